import { beforeAll, describe, expect, test } from 'vitest'
import { contentHash } from '@/lib/articles/content-hash'
import { FrozenFields } from '@/lib/articles/edition-metadata'
import { loadDraft } from '@/lib/articles/load-article'
import { moveArticle } from '@/lib/articles/move-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { listPublishIssues } from '@/lib/articles/publish-issues'
import { saveField } from '@/lib/articles/save-field'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { askLegal } from '@/lib/legal/ask-legal'
import { getLegal } from '@/lib/legal/get-legal'
import { requireLegal } from '@/lib/legal/require-legal'
import { signLegal } from '@/lib/legal/sign-legal'
import { waiveLegal } from '@/lib/legal/waive-legal'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let reporter: PersonActor
let another: PersonActor
let editor: PersonActor
let lawyer: PersonActor
let section: { id: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Nadia Verhoeve')
  another = await aPerson('REPORTER', 'Joss Tembury')
  editor = await aPerson('EDITOR', 'Idris Fenner')
  lawyer = await aPerson('LAWYER', 'Petra Lindqvist')
  section = await aSection()
})

const ready = () => anArticle(reporter, { document: aDocument(`Trial begins ${newId()}`), sectionId: section.id })
const ask = (articleId: string, by = reporter) => askLegal(by, { articleId, question: 'Is the second paragraph safe?' })
const hashOf = async (articleId: string) => (await getLegal(lawyer, articleId)).hash
const sign = async (articleId: string, verdict: 'SIGNED' | 'CONDITIONS' | 'REFUSED' = 'SIGNED', words = '') =>
  signLegal(lawyer, { articleId, verdict, words, hash: await hashOf(articleId) })
const stateOf = async (id: string) =>
  (await database().article.findUniqueOrThrow({ where: { id }, select: { state: true } })).state
const toldOf = async (articleId: string, kind: 'LEGAL_ASKED' | 'LEGAL_SIGNED') =>
  (await database().notification.findMany({ where: { articleId, kind } })).map(({ personId }) => personId)
const gate = async (articleId: string) =>
  (await listPublishIssues(editor, articleId)).issues.find(({ code }) => code === 'not-signed')?.message ?? null

/** What two people who act at once get: how many came through. */
async function bothAtOnce(...acts: Promise<unknown>[]): Promise<{ through: number; refused: unknown[] }> {
  const ends = await Promise.allSettled(acts)
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))
  return { through: acts.length - refused.length, refused }
}

describe('An article that needs a lawyer', () => {
  test('goes out with just the words that were signed, and with no others', async () => {
    const id = await ready()
    await ask(id)
    expect(await stateOf(id)).toBe('LEGAL')
    expect(await gate(id)).toMatch(/has not answered/)
    await sign(id)
    expect(await gate(id)).toBeNull()
    // A signature moves nothing: an editor approves and publishes.
    expect(await stateOf(id)).toBe('LEGAL')
    await moveArticle(editor, { articleId: id, move: 'approve' })
    await retype(reporter, id, 2, 'The council met on Wednesday.')
    expect(await gate(id)).toMatch(/changed after the lawyer signed/)
    await expect(publishNow(editor, id)).rejects.toThrow(Invalid)
    await ask(id)
    await sign(id)
    await moveArticle(editor, { articleId: id, move: 'approve' })
    await publishNow(editor, id)
  })

  test('a changed field has to be signed again, and putting it back needs no new signature', async () => {
    const id = await ready()
    await ask(id)
    await sign(id)
    await saveField(reporter, { articleId: id, field: 'trailText', value: 'A libel.', baseVersion: 0 })
    expect(await gate(id)).toMatch(/signed again/)
    expect((await getLegal(editor, id)).changes).toMatchObject({ fields: ['trail text'], blocks: [] })
    await saveField(reporter, { articleId: id, field: 'trailText', value: '', baseVersion: 1 })
    expect(await gate(id)).toBeNull()
  })

  test('with a reason of an editor nothing passes over it', async () => {
    const id = await ready()
    await requireLegal(reporter, { articleId: id })
    await expect(
      publishArticle(editor, {
        articleId: id,
        version: await versionOf(id),
        overrideReason: 'The lawyer is at lunch today.',
      }),
    ).rejects.toThrow(Invalid)
  })

  test('says which words changed since the signature', async () => {
    const id = await ready()
    await ask(id)
    await sign(id)
    expect((await getLegal(editor, id)).changes).toBeNull()
    await retype(reporter, id, 2, 'The council met on Wednesday.')
    const { changes } = await getLegal(editor, id)
    const words = changes?.blocks.flatMap(({ pieces }) => pieces) ?? []
    expect(words.filter(({ change }) => change === 'removed').map(({ text }) => text.trim())).toContain('Tuesday')
    expect(words.filter(({ change }) => change === 'added').map(({ text }) => text.trim())).toContain('Wednesday')
  })

  test('published changes wait for a signature without leaving readers', async () => {
    const id = await ready()
    await ask(id)
    await sign(id)
    await moveArticle(editor, { articleId: id, move: 'approve' })
    await publishNow(editor, id)
    await retype(editor, id, 2, 'The council met on Friday.')
    await ask(id, editor)
    expect(await stateOf(id)).toBe('PUBLISHED')
    await expect(publishNow(editor, id)).rejects.toThrow(Invalid)
    await sign(id)
    expect((await publishNow(editor, id)).edition).toBe(2)
  })
})

describe('Asking legal', () => {
  test('tells every lawyer, and keeps the question with the version', async () => {
    const id = await ready()
    await ask(id)
    expect(await toldOf(id, 'LEGAL_ASKED')).toContain(lawyer.id)
    expect(await toldOf(id, 'LEGAL_ASKED')).not.toContain(editor.id)
    expect((await getLegal(lawyer, id)).answers).toMatchObject([
      { verdict: 'ASKED', version: 0, question: 'Is the second paragraph safe?', askedBy: 'Nadia Verhoeve' },
    ])
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'article.askLegal' } })
    expect(events).toMatchObject([{ personId: reporter.id, detail: { from: 'DRAFT', to: 'LEGAL' } }])
  })

  test('twice about the same words is refused, also when two ask at once', async () => {
    const id = await ready()
    const { through, refused } = await bothAtOnce(ask(id), ask(id, editor))
    expect(through).toBe(1)
    expect(refused[0]).toBeInstanceOf(Conflict)
    expect(await database().legalReview.count({ where: { articleId: id } })).toBe(1)
  })

  test('is not for those whose article it is not, nor for lawyers', async () => {
    const id = await ready()
    await expect(ask(id, another)).rejects.toThrow(Forbidden)
    await expect(ask(id, lawyer)).rejects.toThrow(Forbidden)
    await expect(askLegal({ kind: 'nobody' }, { articleId: id, question: 'x' })).rejects.toThrow(NotFound)
    expect(await stateOf(id)).toBe('DRAFT')
  })

  test('does not begin from a spike', async () => {
    const id = await ready()
    await moveArticle(editor, { articleId: id, move: 'spike', note: 'No news.' })
    await expect(ask(id, editor)).rejects.toThrow(Conflict)
  })
})

describe('Signing', () => {
  test('conditions and a refusal need words, block, and reach whoever asked', async () => {
    const id = await ready()
    await ask(id, editor)
    await expect(sign(id, 'CONDITIONS')).rejects.toThrow(Invalid)
    await sign(id, 'CONDITIONS', 'Name the court.')
    expect(await gate(id)).toMatch(/once the conditions are met/)
    expect((await toldOf(id, 'LEGAL_SIGNED')).sort()).toEqual([reporter.id, editor.id].sort())
    await retype(reporter, id, 2, 'The county court met on Tuesday.')
    await ask(id)
    await sign(id, 'REFUSED', 'Not like this.')
    expect(await gate(id)).toMatch(/refused/)
  })

  test('a signature is kept with its person, its version and a revision', async () => {
    const id = await ready()
    await ask(id)
    await sign(id)
    const review = await database().legalReview.findFirstOrThrow({ where: { articleId: id } })
    expect(review).toMatchObject({ verdict: 'SIGNED', signedById: lawyer.id, version: 0, hash: await hashOf(id) })
    expect(await database().revision.count({ where: { articleId: id, reason: 'SIGNED', version: 0 } })).toBe(1)
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'legal.sign' } })
    expect(events).toMatchObject([{ personId: lawyer.id, detail: { verdict: 'SIGNED' } }])
  })

  test('what was changed since the lawyer looked is not signed', async () => {
    const id = await ready()
    await ask(id)
    const seen = await hashOf(id)
    await retype(reporter, id, 2, 'The council met on Wednesday.')
    await expect(signLegal(lawyer, { articleId: id, verdict: 'SIGNED', words: '', hash: seen })).rejects.toThrow(
      Conflict,
    )
    expect(await database().legalReview.count({ where: { articleId: id, verdict: 'SIGNED' } })).toBe(0)
  })

  test('is for lawyers and administrators', async () => {
    const id = await ready()
    await ask(id)
    const hash = await hashOf(id)
    for (const person of [reporter, editor])
      await expect(signLegal(person, { articleId: id, verdict: 'SIGNED', words: '', hash })).rejects.toThrow(Forbidden)
    const administrator = await aPerson('ADMINISTRATOR')
    await signLegal(administrator, { articleId: id, verdict: 'SIGNED', words: '', hash })
    expect(await gate(id)).toBeNull()
  })

  test('of two lawyers who answer at once both are kept, and the last answer decides', async () => {
    const id = await ready()
    await ask(id)
    const second = await aPerson('LAWYER')
    const hash = await hashOf(id)
    const { through } = await bothAtOnce(
      signLegal(lawyer, { articleId: id, verdict: 'SIGNED', words: '', hash }),
      signLegal(second, { articleId: id, verdict: 'REFUSED', words: 'No.', hash }),
    )
    expect(through).toBe(2)
    const last = await database().legalReview.findFirstOrThrow({
      where: { articleId: id },
      orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
    })
    expect((await gate(id)) === null).toBe(last.verdict === 'SIGNED')
  })

  test('needs somebody who asked', async () => {
    const id = await ready()
    await expect(sign(id)).rejects.toThrow(Conflict)
  })

  test('fields that were kept have the hash of the fields that were signed, a source included', async () => {
    const id = await ready()
    await saveField(reporter, { articleId: id, field: 'sourceName', value: 'Kestria Wire', baseVersion: 0 })
    await ask(id)
    await sign(id)
    const { fields, hash } = await database().legalReview.findFirstOrThrow({ where: { articleId: id } })
    const { document } = await loadDraft(database(), id)
    expect(contentHash(document, FrozenFields.parse(fields))).toBe(hash)
  })
})

describe('Whether a lawyer is needed', () => {
  test('is said by whoever may ask, and taken back with a reason by an editor or a lawyer', async () => {
    const id = await ready()
    await expect(requireLegal(another, { articleId: id })).rejects.toThrow(Forbidden)
    await requireLegal(reporter, { articleId: id })
    expect(await gate(id)).toMatch(/needs the signature/)
    const reason = 'It says nothing about anybody.'
    await expect(waiveLegal(reporter, { articleId: id, reason })).rejects.toThrow(Forbidden)
    await expect(waiveLegal(editor, { articleId: id, reason: 'no' })).rejects.toThrow(Invalid)
    await waiveLegal(lawyer, { articleId: id, reason })
    expect(await gate(id)).toBeNull()
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'legal.waive' } })
    expect(events).toMatchObject([{ personId: lawyer.id, detail: { reason } }])
  })

  test('of two who take it back at once one is told that it is done', async () => {
    const id = await ready()
    await requireLegal(reporter, { articleId: id })
    const reason = 'It says nothing about anybody.'
    const { through, refused } = await bothAtOnce(
      waiveLegal(lawyer, { articleId: id, reason }),
      waiveLegal(editor, { articleId: id, reason }),
    )
    expect(through).toBe(1)
    expect(refused[0]).toBeInstanceOf(Conflict)
  })
})
