import type { Step } from 'prosemirror-transform'
import { deriveClaimUses, haveClaimsChanged } from '../claims/derive-claim-uses'
import { now } from '../clock'
import type { Sql } from '../db/sql'
import { titlesOf } from '../document/document'
import { forReaders } from '../document/for-readers'
import { newId } from '../ids'
import { deriveLinksOn, haveLinksChanged } from '../links/derive-links'
import type { PersonActor } from '../policy/actor'
import { deriveQuotes, haveQuotesChanged } from '../quotes/derive-quotes'
import { after, FORGOTTEN_MILLISECONDS, type LiveDraft } from './live-draft'
import { slugFrom } from './slug'

/** What must be known of an article to let somebody write in it, and to save what was written. */
export type WritableArticle = {
  id: string
  createdById: string
  /** Who has a byline on it, or was asked to write it. */
  authorIds: string[]
  /** Who leads the desk that it is with. */
  leadIds: string[]
  deskId: string | null
  heldById: string | null
  heldBy: { name: string } | null
  holdChangedAt: Date | null
  isPublic: boolean
  isSlugByHand: boolean
  firstPublishedAt: Date | null
  headline: string
  standfirst: string
  sourceName: string
  sourceUrl: string
  followsId: string | null
  documentVersion: number
}

/** Steps that were found good, in the name of whom, from which tab. `isEdit` is false for comments. */
export type Written = { actor: PersonActor; clientId: string; steps: readonly Step[]; isEdit: boolean }

/** The whole document is stored after so many steps; in between the steps alone are. */
const STEPS_BETWEEN_DOCUMENTS = 50

/** What PostgreSQL takes in one notification, with room for the rest of the payload. */
const MOST_NOTIFIED_BYTES = 7_900

/** The outcome of steps, or the reason why they do not fit. */
export function steppedOn(draft: LiveDraft, { actor, clientId, steps }: Written, at: Date): LiveDraft | null {
  return steps.reduce<LiveDraft | null>(
    (before, step) => before && after(before, { step, clientId, personId: actor.id, createdAt: at }),
    draft,
  )
}

/**
 * Saves steps of one or several people that lead from one draft to another, in the caller's transaction, with article and
 * draft locked: the log, the draft, what lists show of the article, its links, claims and quotes, the revision when somebody else begins.
 */
export async function writeSteps(
  sql: Sql,
  article: WritableArticle,
  before: LiveDraft,
  draft: LiveDraft,
  written: readonly Written[],
): Promise<void> {
  const at = now()
  await markChangesOfHands(sql, article, before, written)
  await save(sql, article, before, draft, written, at)
  if (!written.some(({ isEdit }) => isEdit)) return
  if (haveClaimsChanged(before.document, draft.document))
    await deriveClaimUses(sql, { articleId: article.id, layer: 'DRAFT', document: draft.document })
  if (haveQuotesChanged(before.document, draft.document))
    await deriveQuotes(sql, { articleId: article.id, layer: 'DRAFT', document: draft.document })
  if (haveLinksChanged(before.document, draft.document)) {
    await deriveLinksOn(sql, {
      articleId: article.id,
      layer: 'DRAFT',
      document: forReaders(draft.document),
      source: { name: article.sourceName, url: article.sourceUrl },
      followsId: article.followsId,
    })
  }
}

/** When another person starts to type, what the last one left is kept as a revision. */
async function markChangesOfHands(
  sql: Sql,
  article: WritableArticle,
  before: LiveDraft,
  written: readonly Written[],
): Promise<void> {
  const newcomer = written.find(({ actor, isEdit }) => isEdit && isStarting(before, actor))
  if (newcomer === undefined || before.lastPersonId === null) return
  const document = JSON.stringify(before.document)
  await sql`
    INSERT INTO "Revision" (id, "articleId", version, reason, name, document, "personId", "createdAt")
    SELECT ${newId()}::uuid, ${article.id}::uuid, ${before.version}, 'OTHER_PERSON', ${newcomer.actor.name},
           ${document}::jsonb, ${before.lastPersonId}::uuid, ${now()}
    WHERE NOT EXISTS (
      SELECT 1 FROM "Revision" WHERE "articleId" = ${article.id}::uuid AND version = ${before.version}
    )`
}

function isStarting(before: LiveDraft, { id }: PersonActor): boolean {
  if (before.lastPersonId === null || before.lastPersonId === id) return false
  const lastTypedAt = before.lastTypedAt.get(id) ?? 0
  return now().getTime() - lastTypedAt > FORGOTTEN_MILLISECONDS
}

/** The log, the draft, what lists show and the news to other processes: one statement, because each way to the database counts. */
async function save(
  sql: Sql,
  article: WritableArticle,
  before: LiveDraft,
  draft: LiveDraft,
  written: readonly Written[],
  at: Date,
): Promise<void> {
  const rows = written.flatMap(({ actor, clientId, steps }) =>
    steps.map((step) => ({ step: step.toJSON() as unknown, clientId, personId: actor.id })),
  )
  const isDocumentDue = draft.version - article.documentVersion >= STEPS_BETWEEN_DOCUMENTS
  const editorId = written.findLast(({ isEdit }) => isEdit)?.actor.id ?? null
  const { headline, standfirst } = titlesOf(draft.document)
  const followsHeadline = !article.isSlugByHand && article.firstPublishedAt === null && headline !== article.headline
  await sql`
    WITH appended AS (
      INSERT INTO "Step" ("articleId", version, step, "clientId", "personId", "createdAt")
      SELECT ${article.id}::uuid, ${before.version}::int + position::int, row -> 'step', row ->> 'clientId',
             (row ->> 'personId')::uuid, ${at}::timestamptz
      FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS rows(row, position)
    ), saved AS (
      UPDATE "Draft" SET version = ${draft.version}::int, "updatedAt" = ${at}::timestamptz,
        "documentVersion" = CASE WHEN ${isDocumentDue}::boolean THEN ${draft.version}::int ELSE "documentVersion" END,
        document = coalesce(${isDocumentDue ? JSON.stringify(draft.document) : null}::jsonb, document)
      WHERE "articleId" = ${article.id}::uuid
    ), listed AS (
      UPDATE "Article" SET headline = ${headline}::text, standfirst = ${standfirst}::text,
        slug = CASE WHEN ${followsHeadline}::boolean THEN ${slugFrom(headline) || null}::text ELSE slug END,
        "editedAt" = ${at}::timestamptz, "editedById" = ${editorId}::uuid,
        "hasUnpublishedChanges" = "hasUnpublishedChanges" OR ${article.isPublic}::boolean
      WHERE id = ${article.id}::uuid AND ${editorId}::uuid IS NOT NULL
    )
    SELECT pg_notify('standfirst_steps', ${newsOf(article.id, before.version, draft.version, written)}::text)::text`
}

/** What every process is told. Few steps travel with the news, so that the tabs need not ask for them. */
function newsOf(articleId: string, since: number, version: number, written: readonly Written[]): string {
  const steps = written.flatMap(({ clientId, steps }) => steps.map((step) => ({ step: step.toJSON(), clientId })))
  const whole = JSON.stringify({ articleId, since, version, steps })
  return Buffer.byteLength(whole) <= MOST_NOTIFIED_BYTES ? whole : JSON.stringify({ articleId, since, version })
}
