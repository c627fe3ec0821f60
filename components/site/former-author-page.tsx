import { findMovedByline } from '@/lib/articles/byline-readers'
import { MovedPage } from './moved-page'
import { NotFoundPage } from './not-found-page'

/** Where no byline has this slug: one that once had it is a step away, anything else is not found. */
export async function FormerAuthorPage({ slug }: { slug: string }) {
  const moved = await findMovedByline(slug)
  return moved === null ? <NotFoundPage /> : <MovedPage path={moved} />
}
