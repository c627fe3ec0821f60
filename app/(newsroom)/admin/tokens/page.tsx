import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { TokensList } from '@/components/newsroom/tokens/tokens-list.client'
import { TokensTabs } from '@/components/newsroom/tokens/tokens-tabs'
import { listTokens } from '@/lib/api/list-tokens'
import { scopesToGive } from '@/lib/api/scopes-to-give'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { create, revoke } from './actions'

export const metadata: Metadata = { title: 'API tokens' }

export default async function TokensPage() {
  const actor = await pageActor('token.edit', '/admin/tokens')
  const tokens = await listTokens(actor)
  return (
    <PageBody width="wide">
      <PageHeader title="API and webhooks">
        Other programs ask with a token, or are told by a webhook. They belong to the newsroom: they go on working when
        whoever made them leaves.{' '}
        <a className="underline" href="/api/v1/openapi.json">
          What the API answers
        </a>
      </PageHeader>
      <TokensTabs current="tokens" />
      <TokensList tokens={tokens} scopes={scopesToGive(actor)} now={now()} actions={{ create, revoke }} />
    </PageBody>
  )
}
