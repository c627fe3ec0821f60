import { PAGE_LENGTH } from '@/lib/articles/page-length'
import { type Teaser, teaserColumns, teaserOf } from '@/lib/articles/public-article'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/database'
import { sqlOn, sqlText } from '@/lib/db/sql'
import { FEED_FORMATS, type FeedFormat, TOMBSTONE_DAYS, type Tombstone } from '@/lib/feeds/tombstones'
import { endsAt, recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import type { CorrectionKind } from './correction-kinds'

// What readers may know: the notes of articles that are public now, and nothing of who wrote them.

export type PublicCorrection = { id: string; kind: CorrectionKind; text: string; at: Date }

/** A note in a list, with what it is about. */
export type ListedCorrection = PublicCorrection & { article: Teaser }

const noteColumns = { id: true, kind: true, text: true, publishedAt: true } as const

const newestFirst = [{ publishedAt: 'desc' }, { id: 'desc' }] as const

/**
 * The notes of an article, the newest first. The caller knows that it is public.
 * @param until those that readers had by then
 */
export async function correctionsOf(articleId: string, until?: Date): Promise<PublicCorrection[]> {
  return sqlOn(database())<PublicCorrection>`
    SELECT id, kind::text, text, "publishedAt" AS at FROM "Correction"
    WHERE "articleId" = ${articleId}::uuid AND "publishedAt" <= ${until ?? 'infinity'}::timestamptz
    ORDER BY "publishedAt" DESC, id DESC`
}

/** A column `notes` of what {@link notesRead} takes, for a statement that reads a publication `p`: the newest first. */
export const NOTES = sqlText`coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'text', c.text, 'at', c."publishedAt")
    ORDER BY c."publishedAt" DESC, c.id DESC)
  FROM "Correction" c WHERE c."articleId" = p."articleId"), '[]') AS notes`

/** JSON has no dates. */
export type NoteRead = Omit<PublicCorrection, 'at'> & { at: string }

export function notesRead(rows: readonly NoteRead[]): PublicCorrection[] {
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** The same of several articles at once, by id. Those without a note are not in it. */
export async function correctionsOfEach(
  articleIds: readonly string[],
  until?: Date,
): Promise<Map<string, PublicCorrection[]>> {
  if (articleIds.length === 0) return new Map()
  const rows = await database().correction.findMany({
    where: { articleId: { in: [...articleIds] }, ...(until === undefined ? {} : { publishedAt: { lte: until } }) },
    orderBy: [...newestFirst],
    select: { ...noteColumns, articleId: true },
  })
  const notes = new Map<string, PublicCorrection[]>()
  for (const row of rows) notes.set(row.articleId, [...(notes.get(row.articleId) ?? []), noteOf(row)])
  return notes
}

/** The notes of all public articles, the newest first. @param page from 1 */
export async function listCorrections(page: number): Promise<{ notes: ListedCorrection[]; hasMore: boolean }> {
  const notes = await readNotes((page - 1) * PAGE_LENGTH, PAGE_LENGTH + 1)
  return { notes: notes.slice(0, PAGE_LENGTH), hasMore: notes.length > PAGE_LENGTH }
}

/** How many notes a feed carries. */
const FEED_LENGTH = 50

const DAY = 86_400_000

/**
 * The newest notes for a feed, and those that it carried until their article was withdrawn: to whoever received one it says what readers
 * find at the address now.
 */
export async function listCorrectionsForFeed(
  format: FeedFormat,
): Promise<{ notes: ListedCorrection[]; tombstones: Tombstone[] }> {
  const [notes, tombstones] = await Promise.all([readNotes(0, FEED_LENGTH), listLostNotes(format)])
  return { notes, tombstones }
}

async function readNotes(skip: number, take: number): Promise<ListedCorrection[]> {
  recordTags(tag.corrections)
  const rows = await database().correction.findMany({
    where: { article: { publication: { isNot: null } } },
    orderBy: [...newestFirst],
    skip,
    take,
    select: { ...noteColumns, article: { select: { publication: { select: teaserColumns } } } },
  })
  const notes = rows.flatMap(({ article: { publication }, ...note }) =>
    publication === null ? [] : [{ ...noteOf(note), article: teaserOf(publication) }],
  )
  recordTags(...notes.map(({ article }) => tag.article(article.id)))
  return notes
}

async function listLostNotes(format: FeedFormat): Promise<Tombstone[]> {
  const since = new Date(now().getTime() - TOMBSTONE_DAYS * DAY)
  const rows = await database().correction.findMany({
    where: {
      article: {
        publication: null,
        // What was unpublished and then killed is killed since then.
        OR: [
          { killedAt: { gt: since } },
          ...(FEED_FORMATS[format] === 'any' ? [{ killedAt: null, unpublishedAt: { gt: since } }] : []),
        ],
      },
    },
    orderBy: [...newestFirst],
    take: FEED_LENGTH,
    select: { id: true, article: { select: { killedAt: true, unpublishedAt: true, unpublishReason: true } } },
  })
  const tombstones = rows.flatMap(({ id, article: { killedAt, unpublishedAt, unpublishReason } }) => {
    const at = killedAt ?? unpublishedAt
    return at === null ? [] : [{ id, at, notice: unpublishReason ?? '' }]
  })
  const oldest = Math.min(...tombstones.map(({ at }) => at.getTime()))
  if (tombstones.length > 0) endsAt(new Date(oldest + TOMBSTONE_DAYS * DAY))
  return tombstones
}

function noteOf(row: { id: string; kind: CorrectionKind; text: string; publishedAt: Date }): PublicCorrection {
  return { id: row.id, kind: row.kind, text: row.text, at: row.publishedAt }
}
