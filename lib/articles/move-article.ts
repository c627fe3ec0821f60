import { z } from 'zod'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { titlesOf } from '../document/document'
import { Conflict, Forbidden, Invalid } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import type { NoticeKind } from '../notifications/kinds'
import { tell } from '../notifications/tell'
import { startLine } from '../planning/start-line'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { contentHash } from './content-hash'
import { cutRevision } from './cut-revision'
import { frozenFields } from './edition-metadata'
import { assertNotHeld } from './holds'
import { type LoadedArticle, type LoadedDraft, lockArticle, lockDraft, ownersOf } from './load-article'
import { readWorkflowRule } from './read-workflow-rule'
import { MOVES, type Move, stateAfter } from './state'

/** The moves that touch nothing but where the article stands. The others have a use case of their own. */
export const PLAIN_MOVES = [
  'commission',
  'start',
  'file',
  'sub',
  'approve',
  'approveChanges',
  'sendBack',
  'spike',
  'bringBack',
  'pause',
  'resume',
] as const satisfies readonly Move[]
export type PlainMove = (typeof PLAIN_MOVES)[number]

export const MoveInput = z.strictObject({
  move: z.enum(PLAIN_MOVES),
  /** What the next person should know. Sending back and spiking ask for it. */
  note: z.string().trim().max(1000, 'At most 1,000 characters fit here.').default(''),
  /** For approvals: the version that the person saw. What was typed after it is not approved. */
  version: z.int().min(0).optional(),
})

/**
 * Moves an article to where it goes next: one of {@link PLAIN_MOVES}.
 *
 * @throws Forbidden, NotFound
 * @throws Conflict when the article is not where the move begins; when it was changed since the version that is to be approved
 * @throws Invalid when a note is missing, or the headline by which the desk would find it
 */
export async function moveArticle(
  actor: Actor,
  { articleId, move, note = '', version }: { articleId: string } & z.input<typeof MoveInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const article = await lockArticle(tx, actor, articleId)
    authorise(actor, MOVES[move].action, ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person moves an article.')
    assertNotHeld(actor, article)
    const after = stateAfter(move, article)
    assertNote(move, note)
    const draft = await lockDraft(tx, articleId)
    assertComplete(move, draft)
    const approval = isApproval(move) ? await approve(tx, actor, article, draft, version) : {}
    const at = now()
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...after,
        ...approval,
        ...deskOf(move, article),
        ...(after.state === article.state ? {} : { stateChangedAt: at, stateChangedById: actor.id }),
      },
    })
    if (move === 'start') await startLine(tx, actor, article, draft)
    const reason = REVISIONS[move]
    if (reason !== undefined) await cutRevision(tx, actor, { articleId, ...draft, reason })
    await recordEvent(tx, actor, {
      action: `article.${move}`,
      thing: 'article',
      thingId: articleId,
      detail: { from: article.state, to: after.state, version: draft.version, ...(note === '' ? {} : { note }) },
    })
    await tellOf(tx, actor, article, move, { note, version: draft.version, at })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
  })
  await nudgeMail()
}

const REVISIONS: Partial<Record<PlainMove, 'FILED' | 'APPROVED' | 'SUBBED'>> = {
  file: 'FILED',
  approve: 'APPROVED',
  approveChanges: 'APPROVED',
}

function isApproval(move: PlainMove): boolean {
  return move === 'approve' || move === 'approveChanges'
}

function assertNote(move: PlainMove, note: string): void {
  if ((move !== 'sendBack' && move !== 'spike') || note.trim() !== '') return
  const message = move === 'sendBack' ? 'Say what is missing: the writer will read it.' : 'Say why it is spiked.'
  throw new Invalid(message, [{ field: 'note', code: 'no-note', message, severity: 'blocking' }])
}

function assertComplete(move: PlainMove, { document }: LoadedDraft): void {
  if (move !== 'file' || titlesOf(document).headline !== '') return
  const message = 'Give it a headline first, so that the desk can find it.'
  throw new Invalid(message, [{ field: 'headline', code: 'no-headline', message, severity: 'blocking' }])
}

async function approve(
  tx: Transaction,
  actor: PersonActor,
  article: LoadedArticle,
  draft: LoadedDraft,
  version: number | undefined,
): Promise<Prisma.ArticleUncheckedUpdateInput> {
  if (version !== undefined && version < draft.version)
    throw new Conflict('It was changed while you looked at it. Look again, and approve what is there now.')
  if ((await readWorkflowRule(tx)) === 'TWO_PEOPLE' && article.editedById === actor.id)
    throw new Forbidden('You changed it last, so somebody else has to approve it.')
  return {
    approvedVersion: draft.version,
    approvedHash: contentHash(draft.document, frozenFields(article)),
    approvedById: actor.id,
    approvedAt: now(),
  }
}

/** What is filed without a desk goes to the one that looks after its section. */
function deskOf(move: PlainMove, { deskId, section }: LoadedArticle): { deskId?: string } {
  if (move !== 'file' || deskId !== null || section?.deskId == null) return {}
  return { deskId: section.deskId }
}

const NEWS: Partial<Record<PlainMove, NoticeKind>> = {
  commission: 'ASSIGNED',
  file: 'FILED',
  sendBack: 'SENT_BACK',
  approve: 'APPROVED',
  approveChanges: 'APPROVED',
  spike: 'SPIKED',
}

async function tellOf(
  tx: Transaction,
  actor: PersonActor,
  article: LoadedArticle,
  move: PlainMove,
  { note, version, at }: { note: string; version: number; at: Date },
): Promise<void> {
  const kind = NEWS[move]
  if (kind === undefined) return
  const to = await readersOf(tx, article, move)
  await tell(tx, { kind, article, by: actor, about: `${article.id} ${version} ${at.getTime()}`, to, text: note })
}

async function readersOf(tx: Transaction, article: LoadedArticle, move: PlainMove): Promise<readonly string[]> {
  if (move === 'file') return membersOf(tx, article.deskId ?? article.section?.deskId ?? null)
  // Whoever is to write it: the person who had the idea may be another.
  if (move === 'commission') return [article.ownerId ?? article.createdById]
  return ownersOf(article).ownerIds
}

async function membersOf(tx: Transaction, deskId: string | null): Promise<string[]> {
  if (deskId === null) return []
  const members = await tx.deskMember.findMany({ where: { deskId }, select: { personId: true } })
  return members.map(({ personId }) => personId)
}
