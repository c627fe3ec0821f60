'use client'

import { Plus, Webhook } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import type { ListedWebhook } from '@/lib/webhooks/readers'
import { ShownOnce } from './shown-once.client'
import type { WebhookActions } from './token-actions'
import { WebhookDialog } from './webhook-dialog.client'
import { WebhookState } from './webhook-state'

type WebhooksListProps = { webhooks: readonly ListedWebhook[]; now: Date; create: WebhookActions['create'] }

/** Every address that is told of what readers get and lose. */
export function WebhooksList({ webhooks, now, create }: WebhooksListProps) {
  const router = useRouter()
  const [isAdding, setIsAdding] = useState(false)
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null)
  const addButton = (
    <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setIsAdding(true)}>
      New webhook
    </Button>
  )
  return (
    <>
      {webhooks.length === 0 ? (
        <EmptyState
          icon={<Webhook aria-hidden="true" />}
          title="No webhooks yet"
          actions={addButton}
          className="rounded-lg border border-line"
        >
          A webhook is told within seconds when an article is published, changed or withdrawn.
        </EmptyState>
      ) : (
        <>
          <div className="mb-4 flex justify-end">{addButton}</div>
          <Table label="Webhooks">
            <TableHead>
              <TableHeading>Address</TableHeading>
              <TableHeading>Told of</TableHeading>
              <TableHeading>State</TableHeading>
              <TableHeading>Made</TableHeading>
            </TableHead>
            <TableBody>
              {webhooks.map((webhook) => (
                <TableRow key={webhook.id}>
                  <TableCell className="wrap-anywhere">
                    <Link
                      href={`/admin/tokens/webhooks/${webhook.id}`}
                      className="font-medium after:absolute after:inset-0"
                    >
                      {webhook.url}
                    </Link>
                  </TableCell>
                  <TableCell label="Told of" className="text-ink-soft">
                    {webhook.kinds.join(', ')}
                  </TableCell>
                  <TableCell label="State">
                    <WebhookState {...webhook} />
                  </TableCell>
                  <TableCell label="Made" className="wrap-anywhere text-ink-soft">
                    <RelativeTime at={webhook.createdAt} now={now} className="whitespace-nowrap" />
                    {webhook.maker === '' ? null : ` by ${webhook.maker}`}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </>
      )}
      {isAdding ? (
        <WebhookDialog
          webhook={null}
          save={create}
          onClose={() => setIsAdding(false)}
          onSaved={(saved) => {
            setIsAdding(false)
            setMade(saved)
            router.refresh()
          }}
        />
      ) : null}
      {made === null ? null : (
        <ShownOnce
          title="The secret of the webhook"
          label="Secret"
          secret={made.secret}
          hint="The receiver checks with it that a message is from us."
          onClose={() => {
            router.push(`/admin/tokens/webhooks/${made.id}`)
            setMade(null)
          }}
        />
      )}
    </>
  )
}
