import { Signature } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { findOwnByline } from '@/lib/bylines/kept-bylines'
import { pageActor } from '@/lib/http/page'

export const metadata: Metadata = { title: 'Your byline' }

/** The way to one's own byline. */
export default async function OwnBylinePage() {
  const actor = await pageActor('newsroom.enter', '/desk/bylines/mine')
  const id = await findOwnByline(actor)
  if (id !== null) redirect(`/desk/bylines/${id}`)
  return (
    <PageBody width="narrow">
      <PageHeader title="Your byline" />
      <EmptyState
        icon={<Signature aria-hidden="true" />}
        title="No byline is yours"
        actions={<ButtonLink href="/desk/bylines">All bylines</ButtonLink>}
        className="rounded-lg border border-line"
      >
        Until there is one that you sign in under, your articles carry whichever byline is chosen for them.
      </EmptyState>
    </PageBody>
  )
}
