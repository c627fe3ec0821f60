import type { Metadata } from 'next'
import { z } from 'zod'
import { articlesHref } from '@/components/newsroom/articles-address'
import { ArticlesShelf } from '@/components/newsroom/articles-shelf'
import { Board } from '@/components/newsroom/board/board.client'
import { type BoardChoice, BoardLinks } from '@/components/newsroom/board/board-links'
import { NewArticleButton } from '@/components/newsroom/new-article-button.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { PresencePoll } from '@/components/newsroom/presence-poll.client'
import { type ArticleRow, listArticles, listLatestPublished } from '@/lib/articles/list-articles'
import type { ArticleState } from '@/lib/articles/state'
import { type BoardDesk, listBoardDesks } from '@/lib/board/list-board-desks'
import { readBoard } from '@/lib/board/read-board'
import { now } from '@/lib/clock'
import { pageActor } from '@/lib/http/page'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { printLongDate } from '@/lib/settings/paper-time'
import { readSettings } from '@/lib/settings/settings'
import { listTemplates } from '@/lib/templates/readers'
import { startArticle } from './articles/actions'

export const metadata: Metadata = { title: 'Desk' }

const SHELF = 5

/** So many cards of a column come with the page; the board asks for the others when it is there. */
const CARDS_AT_FIRST = 10

const Query = z.object({
  /** The slug of a desk, `all`, or `none` for what is with no desk. */
  desk: z.string().max(100).optional().catch(undefined),
  whose: z.literal('mine').optional().catch(undefined),
})

/** What waits for me, what is mine, and the board of my desk. */
export default async function DeskPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await pageActor('newsroom.enter', '/desk')
  const desks = await listBoardDesks(actor)
  const choice = choiceOf(Query.parse(await searchParams), desks)
  const query = {
    deskId: choice.desk === 'none' ? 'none' : desks.find(({ slug }) => slug === choice.desk)?.id,
    personId: choice.mine ? actor.id : undefined,
  }
  const waits = waitingFor(actor, desks)
  const [mine, waiting, published, look, settings, templates, board] = await Promise.all([
    listArticles(actor, { states: ['COMMISSIONED', 'DRAFT'], personId: actor.id, limit: SHELF }),
    listArticles(actor, { ...waits, limit: SHELF }),
    listLatestPublished(actor, SHELF),
    listArticles(actor, {
      wantsLook: true,
      limit: SHELF,
      ...(can(actor, 'article.kill') ? {} : { personId: actor.id }),
    }),
    readSettings(),
    can(actor, 'article.create') ? listTemplates(actor) : null,
    readBoard(actor, query, CARDS_AT_FIRST),
  ])
  const at = now()
  const shelves = [mine, waiting, look].flatMap(({ articles }) => articles)
  return (
    <PageBody width="normal" className="max-w-[96rem]">
      <PageHeader
        title="Desk"
        aside={templates === null ? null : <NewArticleButton start={startArticle} templates={templates} />}
      >
        {printLongDate(at, settings)}
      </PageHeader>
      <PresencePoll articleIds={[...new Set([...shelves, ...published].map(({ id }) => id))]}>
        <div className="grid items-start gap-8 lg:grid-cols-3 lg:gap-8">
          <ArticlesShelf
            title="Waits for me"
            articles={waiting.articles}
            now={at}
            allHref={articlesHref({ state: waits.states[0], desk: waits.deskIds?.[0] })}
            empty="Nothing waits for you."
            dateOf={sinceOf}
          />
          <ArticlesShelf
            title="My stories"
            articles={mine.articles}
            now={at}
            allHref={articlesHref({ state: 'DRAFT' })}
            empty="You have no drafts. What you start, and what you are asked to write, appears here."
          />
          <div className="space-y-8">
            {look.articles.length === 0 ? null : (
              <ArticlesShelf
                title="Wants a look"
                articles={look.articles}
                now={at}
                allHref={articlesHref({ look: 'links' })}
                empty="Nothing wants a look."
              />
            )}
            <ArticlesShelf
              title="Latest published"
              articles={published}
              now={at}
              allHref={articlesHref({ state: 'PUBLISHED' })}
              empty="Nothing has been published yet."
              dateOf={(article) => article.firstPublishedAt ?? article.editedAt}
            />
          </div>
        </div>
      </PresencePoll>
      <section aria-label="Board" id="board" className="mt-12 scroll-mt-6">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h2 className="font-semibold text-lg tracking-tight">Board</h2>
          <BoardLinks desks={desks} choice={choice} />
        </div>
        <Board key={JSON.stringify(query)} initial={board} query={query} zone={settings.timeZone} />
      </section>
    </PageBody>
  )
}

/** Where nothing was asked for: the first desk that the person belongs to. */
function choiceOf({ desk, whose }: z.infer<typeof Query>, desks: readonly BoardDesk[]): BoardChoice {
  const isKnown = desk === 'all' || desk === 'none' || desks.some(({ slug }) => slug === desk)
  const own = desks.find(({ isMine }) => isMine)?.slug ?? 'all'
  return { desk: isKnown && desk !== undefined ? desk : own, mine: whose === 'mine' }
}

type Waiting = { states: readonly ArticleState[]; personId?: string; deskIds?: readonly string[] }

/** What somebody else has done their part of, and this person comes next: for an editor all of it, for a lead what is their desks'. */
function waitingFor(actor: PersonActor, desks: readonly BoardDesk[]): Waiting {
  if (actor.role === 'LAWYER') return { states: ['LEGAL'] }
  const states = ['FILED', 'SUBBING', 'APPROVED', 'PITCHED'] as const
  if (can(actor, 'article.kill')) return { states }
  const deskIds = desks.filter(({ isLead }) => isLead).map(({ id }) => id)
  return deskIds.length > 0 ? { states, deskIds } : { states: ['COMMISSIONED'], personId: actor.id }
}

function sinceOf({ stateChangedAt }: ArticleRow): Date {
  return stateChangedAt
}
