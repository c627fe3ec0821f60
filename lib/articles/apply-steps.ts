import { Step } from 'prosemirror-transform'
import { now } from '../clock'
import { type Prisma, type Transaction, transaction } from '../db/database'
import { type Document, titlesOf, toJson } from '../document/document'
import { schema } from '../document/schema'
import { Forbidden, Invalid, TooLarge } from '../errors'
import { newId } from '../ids'
import { deriveLinks, haveLinksChanged } from '../links/derive-links'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { listStepsSince, type StoredStep } from './list-steps'
import { type LoadedArticle, type LoadedDraft, lockArticle, lockDraft, ownersOf } from './load-article'
import { slugFrom } from './slug'

/** Positions in a document, about one a character: a book's worth. */
const MOST_POSITIONS = 2_000_000

type StepsInput = {
  articleId: string
  /** The version of the document that the steps were made on. */
  version: number
  /** The tab that made them: how it recognises its own when an answer was lost. */
  clientId: string
  steps: readonly unknown[]
}

export type StepsResult =
  | { kind: 'applied'; version: number }
  | { kind: 'behind'; version: number; steps: StoredStep[] }

/**
 * The one way in which words change. All of the steps are applied or none; each is checked against the schema; whoever is
 * behind gets what is missing and tries again. Sending the same steps twice applies them once: the second time is behind,
 * and its own steps are among the missing ones.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when a step does not fit the document or its outcome is not of our schema
 * @throws TooLarge when the document would grow beyond what can be kept
 */
export async function applySteps(actor: Actor, input: StepsInput): Promise<StepsResult> {
  return transaction(async (tx) => {
    const article = await lockArticle(tx, actor, input.articleId)
    authorise(actor, 'article.edit', ownersOf(article))
    if (actor.kind !== 'person') throw new Forbidden('Only a person writes.')
    const draft = await lockDraft(tx, input.articleId)
    if (input.version > draft.version) throw new Invalid('This version does not exist yet.')
    if (input.version < draft.version) {
      return { kind: 'behind', version: draft.version, steps: await listStepsSince(tx, input.articleId, input.version) }
    }
    const steps = input.steps.map(parseStep)
    const document = applied(draft.document, steps)
    await markChangeOfHands(tx, actor, article, draft)
    await appendSteps(tx, actor, input, steps)
    await saveDraft(tx, actor, article, draft, document, steps.length)
    const version = draft.version + steps.length
    await tx.$executeRaw`SELECT pg_notify('standfirst_steps', ${JSON.stringify({ articleId: article.id, version })})`
    return { kind: 'applied', version }
  })
}

function parseStep(json: unknown): Step {
  try {
    return Step.fromJSON(schema, json)
  } catch (error) {
    throw new Invalid(`This change cannot be read: ${reasonOf(error)}.`)
  }
}

function applied(document: Document, steps: readonly Step[]): Document {
  const after = steps.reduce(appliedOne, document)
  if (after.nodeSize > MOST_POSITIONS)
    throw new TooLarge('This article is too long to be saved. Move a part of it to another article.')
  try {
    after.check()
  } catch (error) {
    throw new Invalid(`This change would break the document: ${reasonOf(error)}.`)
  }
  return after
}

function appliedOne(document: Document, step: Step): Document {
  try {
    const result = step.apply(document)
    if (result.doc === null) throw new RangeError(result.failed ?? 'it does not fit')
    return result.doc
  } catch (error) {
    throw new Invalid(`This change cannot be applied: ${reasonOf(error)}.`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown reason'
}

/** When another person starts to type, what the last one left is kept as a revision. */
async function markChangeOfHands(
  tx: Transaction,
  actor: PersonActor,
  article: LoadedArticle,
  draft: LoadedDraft,
): Promise<void> {
  const last = await tx.step.findFirst({
    where: { articleId: article.id },
    orderBy: { version: 'desc' },
    select: { personId: true },
  })
  if (last === null || last.personId === actor.id) return
  await tx.revision.create({
    data: {
      id: newId(),
      articleId: article.id,
      version: draft.version,
      reason: 'OTHER_PERSON',
      document: toJson(draft.document) as Prisma.InputJsonObject,
      personId: last.personId,
      createdAt: now(),
    },
  })
}

async function appendSteps(
  tx: Transaction,
  actor: PersonActor,
  { articleId, version, clientId }: StepsInput,
  steps: readonly Step[],
): Promise<void> {
  const createdAt = now()
  await tx.step.createMany({
    data: steps.map((step, index) => ({
      articleId,
      version: version + index + 1,
      step: step.toJSON() as Prisma.InputJsonObject,
      clientId,
      personId: actor.id,
      createdAt,
    })),
  })
}

async function saveDraft(
  tx: Transaction,
  actor: PersonActor,
  article: LoadedArticle,
  draft: LoadedDraft,
  document: Document,
  steps: number,
): Promise<void> {
  const updatedAt = now()
  await tx.draft.update({
    where: { articleId: article.id },
    data: { version: draft.version + steps, document: toJson(document) as Prisma.InputJsonObject, updatedAt },
  })
  const titles = titlesOf(document)
  const followsHeadline = !article.isSlugByHand && article.firstPublishedAt === null
  await tx.article.update({
    where: { id: article.id },
    data: {
      ...titles,
      editedAt: updatedAt,
      editedById: actor.id,
      ...(followsHeadline ? { slug: slugFrom(titles.headline) || null } : {}),
      ...(article.publication === null ? {} : { hasUnpublishedChanges: true }),
    },
  })
  if (haveLinksChanged(draft.document, document)) {
    await deriveLinks(tx, {
      articleId: article.id,
      layer: 'DRAFT',
      document,
      source: { name: article.sourceName, url: article.sourceUrl },
    })
  }
}
