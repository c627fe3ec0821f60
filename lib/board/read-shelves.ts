import { type ArticleRow, listArticles, listLatestPublished } from '../articles/list-articles'
import type { ArticleState } from '../articles/state'
import { now } from '../clock'
import type { PersonActor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { type BoardDesk, listBoardDesks } from './list-board-desks'

/** An article on a shelf. */
type ShelfArticle = Omit<ArticleRow, 'editedAt' | 'stateChangedAt' | 'firstPublishedAt' | 'path'> & {
  /** The instant that this shelf tells of, ISO 8601. */
  at: string
}

/** A few articles of a kind, and which of the list of all articles they are the first of. */
export type Shelf = {
  articles: ShelfArticle[]
  all: { state?: ArticleState | undefined; desk?: string | undefined; look?: 'links' }
}

export type DeskShelves = {
  /** What somebody else has done their part of, and this person comes next. */
  waiting: Shelf
  /** What this person is to write. */
  mine: Shelf
  /** What links to something that was taken from readers, or tells a claim that changed since. */
  look: Shelf
  published: Shelf
  /** When they were read. */
  at: string
}

const SHELF = 5

/** What stands above the board. @throws Forbidden */
export async function readShelves(actor: PersonActor, known?: readonly BoardDesk[]): Promise<DeskShelves> {
  authorise(actor, 'newsroom.enter')
  const desks = known ?? (await listBoardDesks(actor))
  const waits = waitingFor(actor, desks)
  const [waiting, mine, look, published] = await Promise.all([
    listArticles(actor, { ...waits, limit: SHELF }),
    listArticles(actor, { states: ['COMMISSIONED', 'DRAFT'], personId: actor.id, limit: SHELF }),
    listArticles(actor, {
      wantsLook: true,
      limit: SHELF,
      ...(can(actor, 'article.kill') ? {} : { personId: actor.id }),
    }),
    listLatestPublished(actor, SHELF),
  ])
  return {
    waiting: {
      articles: waiting.articles.map((article) => shelved(article, article.stateChangedAt)),
      // The list has one desk or all: whoever leads several is shown rather too much than too little.
      all: { state: waits.states[0], desk: waits.deskIds?.length === 1 ? waits.deskIds[0] : undefined },
    },
    mine: {
      articles: mine.articles.map((article) => shelved(article, article.editedAt)),
      all: { state: 'DRAFT' },
    },
    look: {
      articles: look.articles.map((article) => shelved(article, article.editedAt)),
      all: { look: 'links' },
    },
    published: {
      articles: published.map((article) => shelved(article, article.firstPublishedAt ?? article.editedAt)),
      all: { state: 'PUBLISHED' },
    },
    at: now().toISOString(),
  }
}

function shelved(article: ArticleRow, at: Date): ShelfArticle {
  const { editedAt, stateChangedAt, firstPublishedAt, path, ...rest } = article
  return { ...rest, at: at.toISOString() }
}

type Waiting = { states: readonly ArticleState[]; personId?: string; deskIds?: readonly string[] }

/** For an editor all of it, for a lead what is their desks'. */
function waitingFor(actor: PersonActor, desks: readonly BoardDesk[]): Waiting {
  if (can(actor, 'article.signLegal') && !can(actor, 'article.edit')) return { states: ['LEGAL'] }
  const states = ['FILED', 'SUBBING', 'APPROVED', 'PITCHED'] as const
  if (can(actor, 'article.kill')) return { states }
  const deskIds = desks.filter(({ isLead }) => isLead).map(({ id }) => id)
  return deskIds.length > 0 ? { states, deskIds } : { states: ['COMMISSIONED'], personId: actor.id }
}
