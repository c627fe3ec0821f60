import { Transform } from 'prosemirror-transform'
import { beforeAll, describe, expect, test } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { setLevel } from '@/lib/checklists/set-level'
import { MarkClaim } from '@/lib/claims/claim-input'
import { markClaim } from '@/lib/claims/mark-claim'
import { mergeClaims } from '@/lib/claims/merge-claims'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { listEvents } from '@/lib/record/list-events'
import { changeReply } from '@/lib/replies/change-reply'
import { listReplies } from '@/lib/replies/list-replies'
import { logReply } from '@/lib/replies/log-reply'
import { ChangeReply, LogReply } from '@/lib/replies/reply-input'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let editor: PersonActor
let lawyer: PersonActor
let administrator: PersonActor
let sectionId: string

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Nadia Verhoeve')
  editor = await aPerson('EDITOR', 'Idris Fenner')
  lawyer = await aPerson('LAWYER')
  administrator = await aPerson('ADMINISTRATOR')
  sectionId = (await aSection()).id
})

const HOUR = 3_600_000
const local = (at: number) => new Date(at).toISOString().slice(0, 16)
const someone = () => ({ name: `Arden ${newId().slice(-8)}`, kind: 'PERSON' as const })

/** What a form says of an asking two hours ago, with three hours left. */
function asked(party: { name: string; kind: 'PERSON' | 'ORGANISATION' } | { id: string }, more: object = {}) {
  const now = Date.now()
  const times = { askedAt: local(now - 2 * HOUR), deadline: local(now + 3 * HOUR), zone: 'UTC' }
  return { party, question: 'You are said to have sold the bridge.', way: 'PHONE', ...times, ...more }
}
const asking = (party: Parameters<typeof asked>[0], more: object = {}) =>
  LogReply.parse({ replyId: newId(), ...asked(party, more) })

/** A story that could go out but for what it claims against somebody. */
async function against(party: { name: string; kind: 'PERSON' | 'ORGANISATION' }) {
  const words = `the ${newId().slice(-8)} bridge was sold`
  const articleId = await anArticle(reporter, {
    sectionId,
    document: aDocument(`Bridge ${newId()}`, `Moor says ${words}.`),
  })
  const marking = { claimId: null, kind: 'ASSERTED', speaker: { name: 'Ines Moor', kind: 'PERSON' }, words }
  const input = MarkClaim.parse({ eventId: newId(), ...marking, against: party })
  const { claimId } = await markClaim(reporter, { articleId, ...input })
  const { document, version } = await loadDraft(database(), articleId)
  const transform = new Transform(document)
  document.descendants((node, position) => {
    const at = node.isTextblock ? node.textContent.indexOf(words) : -1
    if (at === -1) return
    const from = position + 1 + at
    transform.addMark(from, from + words.length, schema.mark('claim', { eventId: input.eventId }))
  })
  const steps = transform.steps.map((step) => step.toJSON())
  await applySteps(reporter, { articleId, version, clientId: 'test', steps })
  return { articleId, words, claimId }
}

const ofReplies = async (articleId: string) =>
  (await listPublishIssues(editor, articleId)).issues.filter(({ field }) => field.startsWith('reply:'))

const wholeOf = async (articleId: string) => {
  const [reply] = (await listReplies(reporter, articleId)).replies
  if (reply === undefined) throw new Error('Nobody was asked')
  return reply
}

/** A change of the only entry of an article, sent as a form does: whole, with the version that was seen. */
async function change(actor: PersonActor, articleId: string, more: object, baseVersion?: number) {
  const { id, version, party, contact, question, way, askedAt, deadline, answer, answerText } = await wholeOf(articleId)
  const whole = { contact, question, way, answer, answerText, answeredAt: null, zone: 'UTC', party: { id: party.id } }
  const times = { askedAt: askedAt.slice(0, 16), deadline: deadline.slice(0, 16) }
  const input = ChangeReply.parse({ ...whole, ...times, baseVersion: baseVersion ?? version, ...more })
  return changeReply(actor, { articleId, replyId: id, ...input })
}

describe('A story with a claim against somebody', () => {
  test('does not go out before they were asked, and does after', async () => {
    const party = someone()
    const { articleId, words } = await against(party)
    expect(await ofReplies(articleId)).toEqual([
      {
        field: expect.stringMatching(/^reply:[0-9a-f-]{36}$/),
        code: 'not-asked',
        message: `Nobody has asked ${party.name} about “${words}”.`,
        severity: 'override',
      },
    ])
    const refused = await publishNow(editor, articleId).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Invalid)
    expect((refused as Invalid).issues.map(({ code }) => code)).toContain('not-asked')
    const { unasked } = await listReplies(reporter, articleId)
    expect(unasked).toEqual([{ party: expect.objectContaining(party), statements: [words] }])

    // By the name that is on the register, in other capitals: it is still they.
    await logReply(reporter, { articleId, ...asking({ ...party, name: party.name.toUpperCase() }) })
    expect(await ofReplies(articleId)).toEqual([
      expect.objectContaining({
        code: 'reply-open',
        severity: 'warning',
        message: expect.stringContaining(party.name),
      }),
    ])
    expect((await listReplies(reporter, articleId)).unasked).toEqual([])
    await publishNow(editor, articleId)
    expect(await database().publication.count({ where: { articleId } })).toBe(1)
  })

  test('is not helped by an entry of another story, or by one about somebody else', async () => {
    const party = someone()
    const { articleId } = await against(party)
    const elsewhere = await against(party)
    await logReply(reporter, { articleId: elsewhere.articleId, ...asking(party) })
    await logReply(reporter, { articleId, ...asking(someone(), { answer: 'DECLINED' }) })
    expect((await ofReplies(articleId)).map(({ code }) => code)).toEqual(['not-asked'])
  })

  test('goes out all the same when an editor says why, and when nobody else does', async () => {
    const { articleId } = await against(someone())
    const version = await versionOf(articleId)
    const overrideReason = 'He is in custody and cannot be reached.'
    await expect(publishArticle(reporter, { articleId, version, overrideReason })).rejects.toThrow(Forbidden)
    await expect(publishArticle(editor, { articleId, version, overrideReason: 'no' })).rejects.toThrow('Say why')
    await publishArticle(editor, { articleId, version, overrideReason })
    const [event] = await database().auditEvent.findMany({ where: { thingId: articleId, action: 'article.publish' } })
    expect(event?.detail).toMatchObject({ overrideReason, overridden: ['not-asked'] })
  })

  test('still has to ask whom a claim was against that another one took in', async () => {
    const party = someone()
    const { articleId, claimId } = await against(party)
    const other = await against(someone())
    await database().claim.update({ where: { id: other.claimId }, data: { againstId: null } })
    await mergeClaims(editor, { id: claimId, intoId: other.claimId })
    expect((await ofReplies(articleId)).map(({ message }) => message)).toEqual([expect.stringContaining(party.name)])
    expect((await listReplies(reporter, articleId)).unasked).toHaveLength(1)
  })

  test('is weighed as the paper says', async () => {
    const { articleId } = await against(someone())
    await setLevel(administrator, { templateId: null, check: 'reply', level: 'OFF', seen: null })
    expect(await ofReplies(articleId)).toEqual([])
    await setLevel(administrator, { templateId: null, check: 'reply', level: null, seen: 'OFF' })
    expect(await ofReplies(articleId)).toHaveLength(1)
  })
})

describe('An open reply', () => {
  test('is a warning until it is answered or its time is over', async () => {
    const articleId = await anArticle(reporter, { sectionId })
    await logReply(reporter, { articleId, ...asking(someone()) })
    expect((await ofReplies(articleId)).map(({ code }) => code)).toEqual(['reply-open'])
    expect(await change(editor, articleId, { deadline: local(Date.now() - HOUR) })).toEqual({ kind: 'saved' })
    expect(await ofReplies(articleId)).toEqual([])
    await change(editor, articleId, { deadline: local(Date.now() + HOUR) })
    expect(await ofReplies(articleId)).toHaveLength(1)
    await change(editor, articleId, { answer: 'DECLINED' })
    expect(await ofReplies(articleId)).toEqual([])
    expect(await wholeOf(articleId)).toMatchObject({ answer: 'DECLINED', answeredAt: expect.any(String), version: 3 })
    await change(editor, articleId, { answer: 'NONE' })
    expect(await wholeOf(articleId)).toMatchObject({ answer: 'NONE', answeredAt: null })
  })
})

describe('An entry', () => {
  test('sent twice is put down once, and its id belongs to one article', async () => {
    const articleId = await anArticle(reporter)
    const input = asking(someone())
    await Promise.all([logReply(reporter, { articleId, ...input }), logReply(reporter, { articleId, ...input })])
    expect((await listReplies(reporter, articleId)).replies).toHaveLength(1)
    const another = await anArticle(reporter)
    await expect(logReply(reporter, { articleId: another, ...input })).rejects.toThrow(Conflict)
    const { id } = await wholeOf(articleId)
    const sent = ChangeReply.parse({ ...asked(someone()), baseVersion: 0 })
    await expect(changeReply(reporter, { articleId: another, replyId: id, ...sent })).rejects.toThrow(NotFound)
  })

  test('that two people change at once is not overwritten by the second', async () => {
    const articleId = await anArticle(reporter)
    await logReply(reporter, { articleId, ...asking(someone()) })
    const seen = (await wholeOf(articleId)).version
    const ends = await Promise.all([
      change(editor, articleId, { answer: 'ANSWERED', answerText: 'It was not.' }, seen),
      change(reporter, articleId, { contact: 'A clerk' }, seen),
    ])
    expect(ends.map(({ kind }) => kind).sort()).toEqual(['clash', 'saved'])
    const first = ends[0]?.kind === 'saved' ? editor : reporter
    expect(ends.find(({ kind }) => kind === 'clash')).toMatchObject({ version: seen + 1, by: first.name })
    const standing = await wholeOf(articleId)
    expect([standing.answer === 'ANSWERED', standing.contact === 'A clerk'].filter(Boolean)).toHaveLength(1)
    expect(ends.find(({ kind }) => kind === 'clash')).toMatchObject({ standing: { contact: standing.contact } })
  })

  test('is in the record, with every change and without the words', async () => {
    const party = someone()
    const articleId = await anArticle(reporter)
    await logReply(reporter, { articleId, ...asking(party, { contact: 'Secretary Quill' }) })
    await change(editor, articleId, { answer: 'ANSWERED', answerText: 'Nothing was sold.' })
    await change(editor, articleId, { contact: 'Nobody' })
    const { events } = await listEvents(administrator, { thing: 'article', id: articleId })
    const ours = events.filter(({ action }) => action.startsWith('reply.'))
    expect(ours.map(({ person, words }) => `${person} ${words.did}${words.after}`)).toEqual([
      `Idris Fenner changed what is known of asking ${party.name} for a reply on: contact`,
      `Idris Fenner put down what came back from ${party.name} on: answered`,
      expect.stringMatching(new RegExp(`^Nadia Verhoeve asked ${party.name} for a reply on, by .* UTC$`)),
    ])
    expect(JSON.stringify(ours)).not.toMatch(/Quill|Nothing was sold|sold the bridge/)
  })

  test('is put down by whoever may change the article, and read by the newsroom', async () => {
    const articleId = await anArticle(editor)
    await expect(logReply(reporter, { articleId, ...asking(someone()) })).rejects.toThrow(Forbidden)
    await expect(logReply(lawyer, { articleId, ...asking(someone()) })).rejects.toThrow(Forbidden)
    await logReply(editor, { articleId, ...asking(someone()) })
    expect((await listReplies(lawyer, articleId)).can).toEqual({ log: false })
    expect((await listReplies(reporter, articleId)).replies).toHaveLength(1)
    await expect(change(lawyer, articleId, { contact: 'x' })).rejects.toThrow(Forbidden)
    await expect(listReplies({ kind: 'nobody' }, articleId)).rejects.toThrow(NotFound)
  })

  test('cannot say what cannot be', async () => {
    const articleId = await anArticle(reporter)
    const now = Date.now()
    const log = (more: object) => logReply(reporter, { articleId, ...asking(someone(), more) })
    await expect(log({ askedAt: local(now + HOUR), deadline: local(now + 2 * HOUR) })).rejects.toThrow('still to come')
    await expect(log({ deadline: local(now - 2 * HOUR) })).rejects.toThrow('has to come after')
    await expect(log({ answer: 'ANSWERED' })).rejects.toThrow('what they answered')
    await expect(log({ answer: 'DECLINED', answeredAt: local(now - 5 * HOUR) })).rejects.toThrow('before they were')
    await expect(log({ answer: 'DECLINED', answeredAt: local(now + HOUR) })).rejects.toThrow('still to come')
    await expect(log({ zone: 'Nowhere/City' })).rejects.toThrow('Give a day')
    expect(() => asking(someone(), { question: '  ' })).toThrow('what was put to them')
    expect(() => asking(someone(), { deadline: 'soon' })).toThrow('Give a day')
    expect((await listReplies(reporter, articleId)).replies).toEqual([])
  })

  test('means the clocks of its zone, the later time where they show it twice', async () => {
    const articleId = await anArticle(reporter)
    const times = { askedAt: '2025-10-25T09:00', deadline: '2025-10-26T01:30', zone: 'Europe/London' }
    await logReply(reporter, { articleId, ...asking(someone(), times) })
    expect(await wholeOf(articleId)).toMatchObject({
      askedAt: '2025-10-25T08:00:00.000Z',
      deadline: '2025-10-26T01:30:00.000Z',
    })
  })

  test('is in no edition', async () => {
    const party = someone()
    const { articleId } = await against(party)
    const canary = `canary${newId().slice(-8)}`
    await logReply(reporter, { articleId, ...asking(party, { question: canary, contact: canary }) })
    await change(reporter, articleId, { answer: 'ANSWERED', answerText: canary })
    await publishNow(editor, articleId)
    const kept = await database().edition.findFirstOrThrow({ where: { articleId } })
    const publication = await database().publication.findFirstOrThrow({ where: { articleId } })
    expect(JSON.stringify([kept, publication])).not.toContain(canary)
  })
})
