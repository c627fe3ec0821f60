import { Inbox } from 'lucide-react'
import type { Metadata } from 'next'
import { z } from 'zod'
import { Board } from '@/components/newsroom/board/board.client'
import { type BoardChoice, BoardLinks } from '@/components/newsroom/board/board-links'
import { DeskEventsProvider } from '@/components/newsroom/board/desk-events.client'
import { DeskShelves } from '@/components/newsroom/board/desk-shelves.client'
import { NewArticleButton } from '@/components/newsroom/new-article-button.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { EmptyState } from '@/components/ui/empty-state'
import { type BoardDesk, listBoardDesks } from '@/lib/board/list-board-desks'
import { readBoard } from '@/lib/board/read-board'
import { readShelves } from '@/lib/board/read-shelves'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import { can } from '@/lib/policy/policy'
import { printLongDate } from '@/lib/settings/paper-time'
import { readSettings } from '@/lib/settings/settings'
import { listTemplates } from '@/lib/templates/readers'
import { startArticle } from './articles/actions'

export const metadata: Metadata = { title: 'Desk' }

/** So many cards of a column come with the page; the board asks for the others when it is there. */
const CARDS_AT_FIRST = 6

const Query = z.object({
  /** The slug of a desk, `all`, or `none` for what is with no desk. */
  desk: z.string().max(100).optional().catch(undefined),
  whose: z.literal('mine').optional().catch(undefined),
})

/** What waits for me, what is mine, and the board of my desk. */
export default async function DeskPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('newsroom.enter', '/desk')
  if (!can(actor, 'article.read')) return <DeskWithoutArticles />
  const desks = await listBoardDesks(actor)
  const choice = choiceOf(Query.parse(await searchParams), desks)
  const query = {
    deskId: choice.desk === 'none' ? 'none' : desks.find(({ slug }) => slug === choice.desk)?.id,
    personId: choice.mine ? actor.id : undefined,
  }
  const [shelves, settings, templates, board] = await Promise.all([
    readShelves(actor, desks),
    readSettings(),
    can(actor, 'article.create') ? listTemplates(actor) : null,
    readBoard(actor, query, CARDS_AT_FIRST),
  ])
  return (
    <PageBody width="normal" className="max-w-[96rem]">
      <PageHeader
        title="Desk"
        aside={templates === null ? null : <NewArticleButton start={startArticle} templates={templates} />}
      >
        {printLongDate(now(), settings)}
      </PageHeader>
      <DeskEventsProvider query={query}>
        <DeskShelves initial={shelves} />
        <section aria-label="Board" id="board" className="mt-12 scroll-mt-6">
          <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <h2 className="font-semibold text-lg tracking-tight">Board</h2>
            <BoardLinks desks={desks} choice={choice} />
          </div>
          <Board key={JSON.stringify(query)} initial={board} query={query} zone={settings.timeZone} />
        </section>
      </DeskEventsProvider>
    </PageBody>
  )
}

/** For roles that have other work here. */
function DeskWithoutArticles() {
  return (
    <PageBody>
      <PageHeader title="Desk" />
      <EmptyState icon={<Inbox aria-hidden="true" />} title="No articles for you here">
        Your role does not let you read drafts. What it lets you do stands in the menu.
      </EmptyState>
    </PageBody>
  )
}

/** Where nothing was asked for: the first desk that the person belongs to. */
function choiceOf({ desk, whose }: z.infer<typeof Query>, desks: readonly BoardDesk[]): BoardChoice {
  const isKnown = desk === 'all' || desk === 'none' || desks.some(({ slug }) => slug === desk)
  const own = desks.find(({ isMine }) => isMine)?.slug ?? 'all'
  return { desk: isKnown && desk !== undefined ? desk : own, mine: whose === 'mine' }
}
