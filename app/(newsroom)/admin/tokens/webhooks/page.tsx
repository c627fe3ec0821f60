import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { TokensTabs } from '@/components/newsroom/tokens/tokens-tabs'
import { WebhooksList } from '@/components/newsroom/tokens/webhooks-list.client'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { listWebhooks } from '@/lib/webhooks/readers'
import { createHook } from '../actions'

export const metadata: Metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  const actor = await pageActor('token.edit', '/admin/tokens/webhooks')
  const webhooks = await listWebhooks(actor)
  return (
    <PageBody width="wide">
      <PageHeader title="API and webhooks">
        Addresses that are told when readers get something or lose it. Each message is signed, and tried again where it
        does not arrive.
      </PageHeader>
      <TokensTabs current="webhooks" />
      <WebhooksList webhooks={webhooks} now={now()} create={createHook} />
    </PageBody>
  )
}
