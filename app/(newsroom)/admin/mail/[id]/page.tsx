import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { MailState } from '@/components/newsroom/people/mail-state'
import { MailText } from '@/components/newsroom/people/mail-text'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Callout } from '@/components/ui/callout'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { getMail } from '@/lib/mail/readers'

export const metadata: Metadata = { title: 'Mail', referrer: 'no-referrer' }

export default async function ReadMailPage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('mail.read', id ? `/admin/mail/${id}` : '/admin/mail')
  if (!id) notFound()
  const mail = await orNotFound(getMail(actor, id))
  const at = now()
  return (
    <PageBody width="narrow">
      <BackLink href="/admin/mail">Mail</BackLink>
      <PageHeader title={mail.subject}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="break-all">To {mail.to}</span>
          <RelativeTime at={mail.createdAt} now={at} />
          <MailState state={mail.state} />
        </span>
      </PageHeader>
      {mail.lastError && mail.state !== 'SENT' ? (
        <Callout
          tone="warn"
          className="mb-6"
          title={`Tried ${mail.attempts} ${mail.attempts === 1 ? 'time' : 'times'}`}
        >
          <span className="break-words">The mail server said: {mail.lastError}</span>
        </Callout>
      ) : null}
      <article className="rounded-lg border border-line bg-raised px-5 py-5 md:px-7 md:py-6">
        <MailText text={mail.text} />
      </article>
    </PageBody>
  )
}
