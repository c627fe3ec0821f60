import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { ChoicesForm } from '@/components/newsroom/notices/choices-form.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { ButtonLink } from '@/components/ui/button-link'
import { pageActor } from '@/lib/http/page'
import { listChoices } from '@/lib/notifications/list-choices'
import { choose } from '../actions'

export const metadata: Metadata = { title: 'What I am told' }

/** Of which things a person wants to be told, and how. */
export default async function ChoicesPage() {
  const actor = await pageActor('newsroom.enter', '/desk/notices/choices')
  const choices = await listChoices(actor)
  return (
    <PageBody width="narrow">
      <ButtonLink
        href="/desk/notices"
        variant="quiet"
        size="small"
        className="-ml-2.5 mb-3"
        icon={<ArrowLeft aria-hidden="true" className="size-4" />}
      >
        Notices
      </ButtonLink>
      <PageHeader title="What I am told">
        In the app, by mail, or both. The mail of the day comes at seven in the morning and holds everything that is not
        mailed at once. What you change is saved as you change it.
      </PageHeader>
      <ChoicesForm choices={choices} email={actor.email} choose={choose} />
    </PageBody>
  )
}
