import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { FieldVersions } from '../articles/fields'
import { lockArticle, ownersOf } from '../articles/load-article'
import { recordEvent } from '../audit'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { Forbidden } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import { tell } from '../notifications/tell'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise, can } from '../policy/policy'
import { readSettings } from '../settings/settings'
import { type LineField, LineInput, type LineValues } from './line-input'
import { assertThere, dateOf, dueInstant, type PlanColumns, valuesOf } from './line-values'

export const ChangeLineInput = z.strictObject({
  articleId: z.uuid(),
  line: LineInput,
  /** What stood in the form when the person opened it. */
  base: z.strictObject({
    ...LineInput.shape,
    slugline: z.string(),
    plannedFor: z.string().nullable(),
    dueAt: z.strictObject({ local: z.string(), at: z.string() }).nullable(),
  }),
})
export type ChangeLineInput = z.output<typeof ChangeLineInput>

/** `theirs`: what stands there now, of the fields that both people changed. */
export type ChangeLineResult =
  | { kind: 'saved' }
  | {
      kind: 'clash'
      fields: LineField[]
      theirs: Omit<LineValues, 'plannedFor'> & { plannedFor: string | null }
      by: string
    }

/**
 * Changes a line of the plan. Only what the person changed is written. Where somebody else changed one of those fields meanwhile,
 * nothing is written and both values are known: the person decides. Whoever is asked to write it is told; a pitch for which somebody
 * is named by a person who may commission is commissioned.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when a desk, a person or a template is not there, or the due time is none
 */
export async function changeLine(actor: Actor, { articleId, line, base }: ChangeLineInput): Promise<ChangeLineResult> {
  const result = await transaction(async (tx): Promise<ChangeLineResult> => {
    const article = await lockArticle(tx, actor, articleId)
    const owned = ownersOf(article)
    authorise(actor, 'article.plan', owned)
    if (actor.kind !== 'person') throw new Forbidden('Only a person plans.')
    const { timeZone } = await readSettings(tx)
    const theirs = valuesOf(article, timeZone)
    const wanted = columnsOf(line, base, timeZone)
    const changed = changedFields(wanted, base)
    const written = changed.filter((field) => !isDeepStrictEqual(wanted[field], plain(theirs)[field]))
    const clashing = written.filter((field) => !isDeepStrictEqual(plain(base)[field], plain(theirs)[field]))
    if (clashing.length > 0) return { kind: 'clash', fields: clashing, theirs, by: await lastPlanner(tx, articleId) }
    if (written.length === 0) return { kind: 'saved' }
    if (written.includes('ownerId')) authorise(actor, 'article.assign', owned)

    const data = pick(wanted, written)
    await assertThere(tx, data)
    const isCommissioned =
      article.state === 'PITCHED' && data.ownerId != null && can(actor, 'article.commission', owned)
    await tx.article.update({
      where: { id: articleId },
      data: {
        ...toRow(data),
        ...versionOf(written, article.fieldVersions as FieldVersions, actor),
        ...(isCommissioned
          ? { state: 'COMMISSIONED', stateChangedAt: now(), stateChangedById: actor.id, stateBefore: null }
          : {}),
      },
    })
    await recordEvent(tx, actor, {
      action: 'article.plan',
      thing: 'article',
      thingId: articleId,
      detail: { fields: written, ...(data.ownerId === undefined ? {} : { ownerId: data.ownerId }) },
    })
    if (isCommissioned)
      await recordEvent(tx, actor, {
        action: 'article.commission',
        thing: 'article',
        thingId: articleId,
        detail: { from: 'PITCHED', to: 'COMMISSIONED' },
      })
    if (data.ownerId != null)
      await tell(tx, {
        kind: 'ASSIGNED',
        article: { ...article, slugline: line.slugline },
        by: actor,
        about: `${articleId} ${data.ownerId} ${now().getTime()}`,
        to: [data.ownerId],
        text: line.planNote,
      })
    await tx.$executeRaw`SELECT pg_notify('standfirst_article', ${articleId})`
    return { kind: 'saved' }
  })
  await nudgeMail()
  return result
}

/** A line as values that can be compared: the day and the instant as text. */
type Plain = Omit<LineValues, 'dueAt' | 'plannedFor'> & { plannedFor: string | null; dueAt: string | null }

function plain(values: Omit<LineValues, 'plannedFor'> & { plannedFor: string | null }): Plain {
  return { ...values, dueAt: values.dueAt?.at ?? null }
}

/** Whoever left the due time alone means the instant that it was, also where the clock shows it twice. */
function columnsOf(line: LineInput, base: ChangeLineInput['base'], zone: string): Plain {
  const isDueUntouched = line.dueAt?.which === undefined && line.dueAt?.local === base.dueAt?.local
  const dueAt = isDueUntouched ? (base.dueAt?.at ?? null) : (dueInstant(line.dueAt, zone)?.toISOString() ?? null)
  return { ...line, dueAt }
}

function changedFields(wanted: Plain, base: ChangeLineInput['base']): LineField[] {
  const before = plain(base)
  return (Object.keys(wanted) as LineField[]).filter((field) => !isDeepStrictEqual(wanted[field], before[field]))
}

function pick(wanted: Plain, fields: readonly LineField[]): Partial<Plain> {
  return Object.fromEntries(fields.map((field) => [field, wanted[field]])) as Partial<Plain>
}

function toRow({ plannedFor, dueAt, ...rest }: Partial<Plain>): Partial<PlanColumns> {
  return {
    ...rest,
    ...(plannedFor == null ? {} : { plannedFor: dateOf(plannedFor) }),
    ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
  }
}

/** The length stands beside the text, too: a tab that has the article open hears of it. */
function versionOf(
  written: readonly LineField[],
  versions: FieldVersions,
  { name: by }: PersonActor,
): { fieldVersions?: Prisma.InputJsonObject } {
  if (!written.includes('commissionedWords')) return {}
  const version = (versions.commissionedWords?.version ?? 0) + 1
  return { fieldVersions: { ...versions, commissionedWords: { version, by } } as Prisma.InputJsonObject }
}

async function lastPlanner(tx: Transaction, articleId: string): Promise<string> {
  const event = await tx.auditEvent.findFirst({
    where: { thing: 'article', thingId: articleId, action: 'article.plan' },
    orderBy: { at: 'desc' },
    select: { personId: true },
  })
  const person = event?.personId
    ? await tx.person.findUnique({ where: { id: event.personId }, select: { name: true } })
    : null
  return person?.name ?? 'Somebody'
}
