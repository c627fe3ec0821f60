import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { DeliveriesList } from '@/components/newsroom/tokens/deliveries-list'
import { RefreshWhile } from '@/components/newsroom/tokens/refresh-while.client'
import { WebhookButtons } from '@/components/newsroom/tokens/webhook-buttons.client'
import { WebhookState } from '@/components/newsroom/tokens/webhook-state'
import { Callout } from '@/components/ui/callout'
import { Pagination } from '@/components/ui/pagination'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { getWebhook, type ListedDelivery, type ListedWebhook, listDeliveries } from '@/lib/webhooks/readers'
import { editHook, removeHook, renewHook, sendHookAgain, testHook } from '../../actions'

export const metadata: Metadata = { title: 'Webhook' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ before?: string | string[] }> }

export default async function WebhookPage({ params, searchParams }: Props) {
  const id = z.uuid().safeParse((await params).id).data
  const href = `/admin/tokens/webhooks/${id ?? ''}`
  const actor = await pageActor('token.edit', id ? href : '/admin/tokens/webhooks')
  if (!id) notFound()
  const before = z.uuid().safeParse((await searchParams).before).data
  const webhook = await orNotFound(getWebhook(actor, id))
  const { deliveries, nextCursor } = await listDeliveries(actor, id, before)
  const at = now()
  return (
    <PageBody width="normal">
      <BackLink href="/admin/tokens/webhooks">Webhooks</BackLink>
      <PageHeader
        title={<span className="wrap-anywhere">{new URL(webhook.url).host}</span>}
        aside={
          <WebhookButtons
            webhook={webhook}
            actions={{ edit: editHook, remove: removeHook, renew: renewHook, test: testHook }}
          />
        }
      >
        <span className="wrap-anywhere block">{webhook.url}</span>
        <span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <WebhookState {...webhook} />
          <span>{webhook.kinds.join(', ')}</span>
        </span>
      </PageHeader>
      <Notices webhook={webhook} at={at} />
      <h2 className="mb-3 font-semibold">What was sent</h2>
      <DeliveriesList deliveries={deliveries} isOn={webhook.isOn} now={at} sendAgain={sendHookAgain} />
      <Pagination
        firstHref={before ? href : null}
        nextHref={nextCursor ? `${href}?before=${nextCursor}` : null}
        nextLabel="Older"
      />
      {webhook.isOn && deliveries.some((delivery) => isOnItsWay(delivery, at)) ? <RefreshWhile /> : null}
    </PageBody>
  )
}

const SOON_MILLISECONDS = 60_000

function isOnItsWay({ state, nextTryAt }: ListedDelivery, at: Date): boolean {
  return state === 'WAITING' && nextTryAt !== null && nextTryAt.getTime() < at.getTime() + SOON_MILLISECONDS
}

function Notices({ webhook, at }: { webhook: ListedWebhook; at: Date }) {
  const { isOn, offReason, failingSince, formerUntil } = webhook
  return (
    <div className="mb-6 flex flex-col gap-3 empty:hidden">
      {!isOn && offReason !== '' ? (
        <Callout tone="warn" title="It was switched off">
          {offReason} What happens meanwhile is not sent later.
        </Callout>
      ) : null}
      {isOn && failingSince !== null ? (
        <Callout tone="warn" title="Nothing arrives">
          Since <RelativeTime at={failingSince} now={at} />. After three days it is switched off.
        </Callout>
      ) : null}
      {formerUntil !== null && formerUntil > at ? (
        <Callout>
          Messages are signed with the former secret too, until{' '}
          <time dateTime={formerUntil.toISOString()}>{exact.format(formerUntil)} UTC</time>.
        </Callout>
      ) : null}
    </div>
  )
}

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
