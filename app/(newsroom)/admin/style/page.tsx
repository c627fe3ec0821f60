import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { Dictionary } from '@/components/newsroom/style/dictionary.client'
import { RulesList } from '@/components/newsroom/style/rules-list.client'
import { StyleTabs } from '@/components/newsroom/style/style-tabs'
import { listRules, listWords } from '@/lib/house-style/readers'
import { pageActor } from '@/lib/http/page'
import { addToDictionary, create, remove, takeFromDictionary, turn, update } from './actions'

export const metadata: Metadata = { title: 'House style' }

export default async function StylePage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('style.edit', '/admin/style')
  const { tab } = await searchParams
  const [rules, words] = await Promise.all([listRules(actor), listWords(actor)])
  const isDictionary = tab === 'dictionary'
  return (
    <PageBody width="normal">
      <PageHeader title="House style">
        What the paper writes and what it does not. Articles are checked while they are written, quotations excepted.
      </PageHeader>
      <StyleTabs current={isDictionary ? 'words' : 'rules'} counts={{ rules: rules.length, words: words.length }} />
      {isDictionary ? (
        <Dictionary words={words} actions={{ add: addToDictionary, remove: takeFromDictionary }} />
      ) : (
        <RulesList rules={rules} actions={{ create, update, turn, remove }} />
      )}
    </PageBody>
  )
}
