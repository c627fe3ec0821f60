import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { z } from 'zod'
import { HubFailures } from '@/components/newsroom/hub-failures'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { MailState } from '@/components/newsroom/people/mail-state'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { pageActor } from '@/lib/http/page'
import { listMail } from '@/lib/mail/readers'
import { listHubFailures } from '@/lib/websub/list-hub-failures'

export const metadata: Metadata = { title: 'Mail' }

export default async function MailPage({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const actor = await pageActor('mail.read', '/admin/mail')
  const before = z.uuid().safeParse((await searchParams).before).data
  const [{ mails, nextCursor }, failures] = await Promise.all([listMail(actor, before), listHubFailures(actor)])
  const at = now()
  return (
    <PageBody width="normal">
      <PageHeader title="Mail">What the newsroom wrote: invitations, new passwords, confirmations.</PageHeader>
      {env().SMTP_URL === undefined ? (
        <Callout className="mb-6" title="Mail stays here">
          No mail server is set, so mail is kept and can be read on this page. Set SMTP_URL to have it sent.
        </Callout>
      ) : null}
      <HubFailures failures={failures} />
      {mails.length === 0 ? (
        <EmptyState icon={<Inbox aria-hidden="true" />} title="No mail yet">
          Invite somebody under People, and the invitation appears here.
        </EmptyState>
      ) : (
        <Table label="Mail">
          <TableHead>
            <TableHeading>Subject</TableHeading>
            <TableHeading>To</TableHeading>
            <TableHeading>State</TableHeading>
            <TableHeading>Written</TableHeading>
          </TableHead>
          <TableBody>
            {mails.map((mail) => (
              <TableRow key={mail.id}>
                <TableCell>
                  <Link
                    href={`/admin/mail/${mail.id}`}
                    className="break-words font-medium after:absolute after:inset-0"
                  >
                    {mail.subject}
                  </Link>
                </TableCell>
                <TableCell label="To" className="break-all">
                  {mail.to}
                </TableCell>
                <TableCell label="State">
                  <MailState state={mail.state} />
                </TableCell>
                <TableCell label="Written" className="text-ink-soft">
                  <RelativeTime at={mail.createdAt} now={at} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        firstHref={before ? '/admin/mail' : null}
        nextHref={nextCursor ? `/admin/mail?before=${nextCursor}` : null}
        nextLabel="Older"
      />
    </PageBody>
  )
}
