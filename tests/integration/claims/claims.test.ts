import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { beforeAll, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { changeEvent, removeEvent } from '@/lib/claims/change-event'
import { ChangeEvent, MarkClaim } from '@/lib/claims/claim-input'
import { decideNotice } from '@/lib/claims/decide-notice'
import { likelyClaims } from '@/lib/claims/likely-claims'
import { listArticleClaims } from '@/lib/claims/list-article-claims'
import { markClaim } from '@/lib/claims/mark-claim'
import { database } from '@/lib/db/database'
import { parseDocument } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument, related } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let lawyer: PersonActor
let sectionId: string

beforeAll(async () => {
  reporter = await aPerson('REPORTER')
  editor = await aPerson('EDITOR')
  lawyer = await aPerson('LAWYER')
  sectionId = (await aSection()).id
})

const mark = () => newId().slice(-8)
const moor = { name: 'Ines Moor', kind: 'PERSON' as const }
const arden = { name: 'Tom Arden', kind: 'PERSON' as const }

const marking = (words: string, more: Record<string, unknown> = {}) =>
  MarkClaim.parse({ eventId: newId(), claimId: null, kind: 'ASSERTED', speaker: moor, words, ...more })

/** Puts the mark of an event on words of an article, by an ordinary step. */
async function putMark(articleId: string, words: string, eventId: string): Promise<void> {
  const { document, version } = await loadDraft(database(), articleId)
  const transform = new Transform(document)
  document.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (at !== -1)
      transform.addMark(position + 1 + at, position + 1 + at + words.length, schema.mark('claim', { eventId }))
  })
  await send(articleId, version, transform)
}

async function send(articleId: string, version: number, transform: Transform): Promise<void> {
  const steps = transform.steps.map((step) => step.toJSON())
  const result = await applySteps(reporter, { articleId, version, clientId: 'test', steps })
  expect(result.kind).toBe('applied')
}

/** An article whose words tell of a claim; a new one unless it is named. */
async function telling(words: string, more: Record<string, unknown> = {}, headline = 'Bridge') {
  const articleId = await anArticle(reporter, {
    sectionId,
    document: aDocument(`${headline} ${newId()}`, `It is said: ${words}.`),
  })
  const input = marking(words, more)
  const { claimId, standing } = await markClaim(reporter, { articleId, ...input })
  await putMark(articleId, words, input.eventId)
  return { articleId, claimId, standing, eventId: input.eventId }
}

const usesOf = async (articleId: string) =>
  (await database().claimUse.findMany({ where: { articleId }, orderBy: { layer: 'asc' } })).map(({ layer, words }) => [
    layer,
    words,
  ])

const standingOf = async (claimId: string) =>
  (await database().claim.findUniqueOrThrow({ where: { id: claimId } })).standing

describe('Marked words', () => {
  test('begin a claim of somebody whom the register did not know, once, however often they are sent', async () => {
    const name = `Ada ${mark()}`
    const articleId = await anArticle(reporter)
    const input = marking('the quay leaks', { speaker: { name, kind: 'PERSON' } })
    const first = await markClaim(reporter, { articleId, ...input })
    const again = await markClaim(reporter, { articleId, ...input })
    expect(again).toEqual(first)
    const other = await markClaim(reporter, {
      articleId,
      ...marking('the quay is old', { speaker: { name: name.toUpperCase(), kind: 'PERSON' } }),
    })
    const claims = await database().claim.findMany({ where: { id: { in: [first.claimId, other.claimId] } } })
    expect(new Set(claims.map(({ speakerId }) => speakerId)).size).toBe(1)
    expect(await database().claimEvent.count({ where: { claimId: first.claimId } })).toBe(1)
    const elsewhere = await anArticle(reporter)
    await expect(markClaim(reporter, { articleId: elsewhere, ...input })).rejects.toThrow(Conflict)
  })

  test('are known by the draft that has them, and by what readers have after a publication, until it is taken from them', async () => {
    const words = `the bridge ${mark()} was sold`
    const { articleId, eventId } = await telling(words)
    expect(await usesOf(articleId)).toEqual([['DRAFT', words]])
    await publishNow(editor, articleId)
    expect(await usesOf(articleId)).toEqual([
      ['DRAFT', words],
      ['PUBLIC', words],
    ])
    const { document, version } = await loadDraft(database(), articleId)
    await send(
      articleId,
      version,
      new Transform(document).removeMark(0, document.content.size, schema.mark('claim', { eventId })),
    )
    expect(await usesOf(articleId)).toEqual([['PUBLIC', words]])
    // The claim itself is never gone by that.
    const { claims } = await listArticleClaims(reporter, articleId)
    expect(claims.map(({ statement }) => statement)).toEqual([words])
    await unpublishArticle(editor, { articleId, reason: 'Not ours to tell.' })
    expect(await usesOf(articleId)).toEqual([])
    const edition = await database().edition.findFirstOrThrow({ where: { articleId } })
    expect(JSON.stringify(edition.document)).not.toContain(eventId)
  })

  test('a mark of an event that nobody put down tells nothing', async () => {
    const articleId = await anArticle(reporter, { document: aDocument('Quay', 'The quay leaks.') })
    await putMark(articleId, 'quay leaks', newId())
    expect(await usesOf(articleId)).toEqual([])
  })

  test('are nobody’s to mark who may not edit the article', async () => {
    const articleId = await anArticle(editor)
    await expect(markClaim(reporter, { articleId, ...marking('x') })).rejects.toThrow(Forbidden)
    await expect(markClaim(lawyer, { articleId, ...marking('x') })).rejects.toThrow(Forbidden)
    expect(() => marking('', {})).toThrow('Select the words first.')
    expect(() => marking('x', { evidenceUrl: 'javascript:alert(1)' })).toThrow('https://')
    expect(() => marking('x', { saidAt: 'yesterday' })).toThrow('Give a date')
  })
})

describe('Where a claim stands', () => {
  test('follows from what is said, and flags every other story that tells of it until somebody decides', async () => {
    const words = `the ferry ${mark()} was sold`
    const first = await telling(words)
    await publishNow(editor, first.articleId)
    const pasted = await anArticle(reporter, { sectionId, document: aDocument('Pasted', `Again: ${words}.`) })
    await putMark(pasted, words, first.eventId)

    const denial = await telling(`no ferry ${mark()} was sold`, {
      claimId: first.claimId,
      kind: 'DENIED',
      speaker: arden,
    })
    expect(denial).toMatchObject({ claimId: first.claimId, standing: 'DENIED' })
    for (const id of [first.articleId, pasted]) {
      const { notices } = await listArticleClaims(reporter, id)
      expect(notices).toEqual([
        expect.objectContaining({
          formerStanding: 'ASSERTED',
          standing: 'DENIED',
          sentence: expect.stringContaining(words),
        }),
      ])
    }
    expect((await listArticleClaims(reporter, denial.articleId)).notices).toEqual([])

    // It is said again: the open notice says what holds now.
    await telling(`${words} after all`, { claimId: first.claimId, kind: 'REPEATED' })
    const { notices } = await listArticleClaims(reporter, first.articleId)
    expect(notices).toEqual([expect.objectContaining({ formerStanding: 'ASSERTED', standing: 'DENIED_REPEATED' })])
    const noticeId = notices[0]?.id ?? ''
    await expect(decideNotice(lawyer, { articleId: first.articleId, noticeId, decision: 'FINE' })).rejects.toThrow(
      Forbidden,
    )
    await expect(decideNotice(reporter, { articleId: pasted, noticeId, decision: 'FINE' })).rejects.toThrow(NotFound)
    await decideNotice(reporter, { articleId: first.articleId, noticeId, decision: 'UPDATE' })
    await decideNotice(editor, { articleId: first.articleId, noticeId, decision: 'FINE' })
    const row = await database().claimNotice.findUniqueOrThrow({ where: { id: noticeId } })
    expect(row).toMatchObject({ decision: 'UPDATE', decidedById: reporter.id })
    expect((await listArticleClaims(reporter, first.articleId)).notices).toEqual([])
  })

  test('is back where it was when what changed it goes, and nobody has to look', async () => {
    const first = await telling(`the lock ${mark()} is shut`)
    await publishNow(editor, first.articleId)
    const denial = await telling(`the lock is open ${mark()}`, {
      claimId: first.claimId,
      kind: 'DENIED',
      speaker: arden,
    })
    await removeEvent(reporter, { articleId: denial.articleId, eventId: denial.eventId })
    expect(await standingOf(first.claimId)).toBe('ASSERTED')
    expect((await listArticleClaims(reporter, first.articleId)).notices).toEqual([])
    await removeEvent(reporter, { articleId: first.articleId, eventId: first.eventId })
    expect(await database().claim.count({ where: { id: first.claimId } })).toBe(0)
  })

  test('of two who tell of it at once, both count', async () => {
    const first = await telling(`the mole ${mark()} sinks`)
    const [one, two] = [await anArticle(reporter), await anArticle(reporter)]
    await Promise.all([
      markClaim(reporter, {
        articleId: one,
        ...marking('no', { claimId: first.claimId, kind: 'DENIED', speaker: arden, saidAt: '2026-11-20T10:00:00Z' }),
      }),
      markClaim(reporter, {
        articleId: two,
        ...marking('yes', { claimId: first.claimId, kind: 'REPEATED', saidAt: '2026-11-20T11:00:00Z' }),
      }),
    ])
    expect(await standingOf(first.claimId)).toBe('DENIED_REPEATED')
  })

  test('changes with what is put right beside the words', async () => {
    const first = await telling(`the pier ${mark()} burns`)
    const change = ChangeEvent.parse({ kind: 'ASSERTED', speaker: arden, against: moor, basis: 'POST', place: 'Leeds' })
    await changeEvent(reporter, { articleId: first.articleId, eventId: first.eventId, ...change })
    const [claim] = (await listArticleClaims(reporter, first.articleId)).claims
    expect(claim).toMatchObject({
      speaker: { name: 'Tom Arden' },
      against: { name: 'Ines Moor' },
      standing: 'ASSERTED',
    })
    expect(claim?.events).toEqual([
      expect.objectContaining({ basis: 'POST', place: 'Leeds', articleId: first.articleId }),
    ])
    await expect(
      changeEvent(lawyer, { articleId: first.articleId, eventId: first.eventId, ...change }),
    ).rejects.toThrow(Forbidden)
  })
})

describe('Before publication', () => {
  const codes = async (articleId: string) =>
    (await listPublishIssues(editor, articleId)).issues.filter(({ code }) =>
      ['states-claim', 'no-denial', 'claim-changed'].includes(code),
    )

  test('a denied claim wants its denial by the paragraph that the paper chose, and a headline that says who says so', async () => {
    const river = `Avon${mark()}`
    const claim = `Arden sold the ${river} bridge`
    const filler = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']
    const build = async (headline: string, blocks: string[]) => {
      const articleId = await anArticle(reporter, { sectionId, document: aDocument(headline, ...blocks) })
      const said = marking(claim)
      const { claimId } = await markClaim(reporter, { articleId, ...said })
      await putMark(articleId, claim, said.eventId)
      const denied = marking('He did not', { claimId, kind: 'DENIED', speaker: arden })
      await markClaim(reporter, { articleId, ...denied })
      if (blocks.includes('He did not.')) await putMark(articleId, 'He did not', denied.eventId)
      return articleId
    }
    const bad = await build(`Arden sold ${river} bridge`, [`Moor says ${claim}.`, ...filler, 'He did not.'])
    const found = await codes(bad)
    expect(found.map(({ code, field, severity }) => [code, field.replace(/\d+/, 'n'), severity])).toEqual([
      ['states-claim', 'headline', 'override'],
      ['no-denial', 'document:n', 'override'],
    ])
    expect(found[0]?.message).toContain(`Moor says Arden sold ${river} bridge`)
    expect(found[1]?.message).toContain('stands in paragraph 8')
    await expect(publishNow(editor, bad)).rejects.toThrow(Invalid)

    const without = await build(`Moor says Arden sold ${river} bridge`, [`Moor says ${claim}.`])
    expect((await codes(without)).map(({ code }) => code)).toEqual(['no-denial'])
    const good = await build(`Moor says Arden sold ${river} bridge`, [`Moor says ${claim}.`, 'He did not.'])
    expect(await codes(good)).toEqual([])
    await publishNow(editor, good)
  })

  test('a promo between a claim and its denial is said to the editor, and readers get it behind the denial', async () => {
    const claim = `the weir ${mark()} was blown up`
    const promo = related(await anArticle(reporter), await anArticle(reporter))
    const articleId = await anArticle(reporter, {
      sectionId,
      document: aDocument('Weir', `Moor says ${claim}.`, promo, 'He says it was not.', 'The end.'),
    })
    const said = marking(claim)
    const { claimId } = await markClaim(reporter, { articleId, ...said })
    await putMark(articleId, claim, said.eventId)
    const denied = marking('it was not', { claimId, kind: 'DENIED', speaker: arden })
    await markClaim(reporter, { articleId, ...denied })
    await putMark(articleId, 'it was not', denied.eventId)
    const { issues } = await listPublishIssues(editor, articleId)
    const issue = issues.find(({ code }) => code === 'promo-moved')
    expect(issue).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('The related list stands between'),
    })
    const { document: draft } = await loadDraft(database(), articleId)
    expect(draft.nodeAt(Number(issue?.field.split(':')[1]))?.type.name).toBe('related')

    await publishNow(editor, articleId)
    const edition = await database().edition.findFirstOrThrow({ where: { articleId } })
    const names = (document: Node) => document.children.map(({ type }) => type.name)
    expect(names(parseDocument(edition.document)).slice(2)).toEqual(['paragraph', 'paragraph', 'related', 'paragraph'])
    // The draft is whoever's who wrote it.
    expect(names((await loadDraft(database(), articleId)).document)).toEqual(names(draft))
  })
})

describe('The register', () => {
  test('proposes earlier claims in other words, those of the same person first', async () => {
    const place = `Ouse${mark()}`
    const name = `Dora ${mark()}`
    const one = await telling(`the ${place} bridge was sold below its price by the council`)
    const two = await telling(`the ${place} bridge was sold far below the price`, { speaker: { name, kind: 'PERSON' } })
    await telling(`trains to ${place} are late`)
    const proposed = await likelyClaims(reporter, { words: `council sold ${place} bridge below price`, speaker: name })
    expect(proposed.map(({ id }) => id)).toEqual([two.claimId, one.claimId])
    expect(proposed[0]).toMatchObject({ speaker: name, standing: 'ASSERTED', articles: 1 })
    expect(await likelyClaims(reporter, { words: '!!! 50% _', speaker: '' })).toEqual([])
  })
})

test('a banner that states what somebody only says needs a reason, and the record keeps it', async () => {
  const words = `the ${mark()} bridge was sold below its price`
  const { articleId } = await telling(words)
  await publishNow(editor, articleId)
  const breaking = (text: string, overrideReason?: string) =>
    startBreaking(editor, { articleId, text, minutes: 30, isAlerting: false, overrideReason })
  await expect(breaking(words)).rejects.toThrow(/states as fact what Ines Moor says/)
  await expect(breaking(words, 'short')).rejects.toThrow('Say why')
  expect(await database().breakingAlert.count({ where: { articleId } })).toBe(0)
  await breaking(`Ines Moor says that ${words}`)
  await breaking(words, 'The deed was read to us.')
  const told = await database().auditEvent.findMany({
    where: { thingId: articleId, action: 'article.break' },
    orderBy: { id: 'asc' },
  })
  expect(told.map(({ detail }) => (detail as { overrideReason?: string }).overrideReason)).toEqual([
    undefined,
    'The deed was read to us.',
  ])
})
