import { NotFoundPage } from '@/components/site/not-found-page'

export const dynamic = 'force-dynamic'

/** Whatever no other page answers. */
export default function UnknownPage() {
  return <NotFoundPage />
}
