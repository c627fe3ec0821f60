import { ClaimPage } from '@/components/site/claim-page'
import { MovedPage } from '@/components/site/moved-page'
import { NotFoundPage } from '@/components/site/not-found-page'
import { findClaimBySlug } from '@/lib/claims/readers'

export const dynamic = 'force-dynamic'

/** A claim that a public story shows its readers; a former address of it, or of what it took in, is a step away. */
export default async function ClaimAddress({ params }: { params: Promise<{ slug: string }> }) {
  const found = await findClaimBySlug((await params).slug)
  if (found.kind === 'claim') return <ClaimPage claim={found.claim} />
  return found.kind === 'moved' ? <MovedPage path={found.path} /> : <NotFoundPage />
}
