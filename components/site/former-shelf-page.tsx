import { findMovedShelf } from '@/lib/articles/shelf-readers'
import type { ShelfKind } from '@/lib/shelves/shelf'
import { MovedPage } from './moved-page'
import { NotFoundPage } from './not-found-page'

/** Where no topic or section has this slug: one that once had it is a step away, anything else is not found. */
export async function FormerShelfPage({ kind, slug }: { kind: ShelfKind; slug: string }) {
  const moved = await findMovedShelf(kind, slug)
  return moved === null ? <NotFoundPage /> : <MovedPage path={moved} />
}
