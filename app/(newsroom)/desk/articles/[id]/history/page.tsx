import '@/components/newsroom/history/history.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readChoice } from '@/components/newsroom/history/choice'
import { HistoryPage } from '@/components/newsroom/history/history-page'
import { isId } from '@/lib/document/addresses'
import { getHistory } from '@/lib/history/get-history'
import { orNotFound, pageActor } from '@/lib/http/page'
import { readSettings } from '@/lib/settings/settings'
import { nameThisVersion, restoreThisVersion } from './actions'

const actions = { name: nameThisVersion, restore: restoreThisVersion }

export const metadata: Metadata = { title: 'History' }

type Address = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What an article was, who changed what, and the way back. The address holds the whole choice, so that it can be sent. */
export default async function ArticleHistoryPage({ params, searchParams }: Address) {
  const { id } = await params
  const actor = await pageActor('article.read', `/desk/articles/${id}/history`)
  if (!isId(id)) notFound()
  const choice = readChoice(await searchParams)
  const [history, time] = await Promise.all([
    orNotFound(getHistory(actor, { articleId: id, ...choice })),
    readSettings(),
  ])
  return <HistoryPage articleId={id} history={history} choice={choice} time={time} actions={actions} />
}
