import { beforeAll, describe, expect, test } from 'vitest'
import { documentAt } from '@/lib/articles/document-at'
import { listSteps } from '@/lib/articles/list-steps'
import { loadDraft } from '@/lib/articles/load-article'
import { database } from '@/lib/db/database'
import { type Document, toJson } from '@/lib/document/document'
import { schema } from '@/lib/document/schema'
import { Gone } from '@/lib/errors'
import { foldArticle, foldSteps } from '@/lib/history/fold-steps'
import { foldedVersion } from '@/lib/history/folded-version'
import { listRevisions } from '@/lib/history/list-revisions'
import { nameVersion } from '@/lib/history/name-version'
import { restoreRevision } from '@/lib/history/restore-revision'
import { stepsBetween } from '@/lib/history/steps-between'
import { whoWrote } from '@/lib/history/who-wrote'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { age, change, typeAfter } from '@/tests/support/histories'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { randomChange, randomDocument } from '@/tests/support/random-documents'
import { seeded } from '@/tests/support/seeded'

let people: PersonActor[]
const month = () => new Date(Date.now() - 30 * 24 * 60 * 60 * 1000)

beforeAll(async () => {
  people = [await aPerson('EDITOR', 'Ada'), await aPerson('EDITOR', 'Nadia'), await aPerson('EDITOR', 'Piet')]
})

const person = (index: number) => people[index] as PersonActor

/** An article with some hundred steps of three people, named versions, a publication and a restored version in it. */
async function aLongHistory(seed: number): Promise<string> {
  const random = seeded(seed)
  const section = await aSection()
  const id = await anArticle(person(0), {
    document: toJson(randomDocument(random, 6)),
    sectionId: section.id,
    slug: `ferry-${section.slug}`,
  })
  for (let round = 0; round < 6; round += 1) {
    const writer = person(round % 3)
    for (let edit = 0; edit < 5; edit += 1)
      await change(writer, id, (transform, document) => {
        for (const step of randomChange(document, random).steps) transform.step(step)
      })
    await nameVersion(writer, { articleId: id, revisionId: null, name: `Round ${round}` })
    if (round === 3) {
      const { revisions } = await listRevisions(writer, { articleId: id })
      const first = revisions.find(({ title }) => title === 'Round 1')
      await restoreRevision(person(2), { articleId: id, revisionId: first?.id ?? '' })
    }
  }
  return id
}

async function revisionsOf(articleId: string) {
  return database().revision.findMany({ where: { articleId }, orderBy: { id: 'asc' } })
}

/** Who wrote every position of a version. The version in which words came is known only as long as its step is kept. */
async function authorsAt(articleId: string, version: number, size: number) {
  const spans = await whoWrote(person(0), { articleId, version, from: 0, to: size })
  return spans.map(({ version: _, ...span }) => span)
}

async function authorsNow(articleId: string) {
  const { document, version } = await loadDraft(database(), articleId)
  return authorsAt(articleId, version, document.content.size)
}

async function documentsFrom(articleId: string, first: number): Promise<Map<number, Document>> {
  const draft = await loadDraft(database(), articleId)
  const documents = new Map<number, Document>()
  for (let version = first; version <= draft.version; version += 1)
    documents.set(version, await documentAt(database(), articleId, draft, version))
  return documents
}

describe('Folding', () => {
  test('changes no revision, no version that is kept, and nobody’s words', async () => {
    for (const seed of [1, 2]) {
      const id = await aLongHistory(seed)
      const head = await versionOf(id)
      const middle = Math.floor(head * 0.7)
      await age(id, 31, middle)
      const before = {
        revisions: await revisionsOf(id),
        documents: await documentsFrom(id, middle),
        list: await listRevisions(person(0), { articleId: id }),
      }
      const asked = [...new Set([...before.revisions.map(({ version }) => version), middle, head])]
      const draft = await loadDraft(database(), id)
      const sizes = new Map<number, number>()
      const authors = new Map<number, unknown>()
      for (const version of asked) {
        sizes.set(version, (await documentAt(database(), id, draft, version)).content.size)
        authors.set(version, await authorsAt(id, version, sizes.get(version) ?? 0))
      }

      expect(await foldArticle(id, month())).toBe(middle)
      expect(await foldedVersion(database(), id)).toBe(middle)
      expect(await database().step.count({ where: { articleId: id } })).toBe(head - middle)

      for (const revision of before.revisions) {
        const now = await database().revision.findUniqueOrThrow({ where: { id: revision.id } })
        expect({ ...now, authors: null }).toEqual({ ...revision, authors: null })
      }
      const documents = await documentsFrom(id, middle)
      for (const [version, document] of before.documents) expect(documents.get(version)?.eq(document)).toBe(true)
      for (const version of asked)
        expect(await authorsAt(id, version, sizes.get(version) ?? 0), `version ${version}`).toEqual(
          authors.get(version),
        )
      const list = await listRevisions(person(0), { articleId: id })
      expect(list.revisions.filter(({ reason }) => reason !== 'FOLDED').map(({ title }) => title)).toEqual(
        before.list.revisions.map(({ title }) => title),
      )
    }
  })

  test('goes on where it stopped, and twice is once', async () => {
    const id = await aLongHistory(3)
    const head = await versionOf(id)
    await age(id, 40, 20)
    expect(await foldArticle(id, month())).toBe(20)
    expect(await foldArticle(id, month())).toBe(0)
    await age(id, 40, head)
    const authors = await authorsNow(id)
    const [one, other] = await Promise.all([foldArticle(id, month()), foldArticle(id, month())])
    expect([one, other].sort((a, b) => a - b)).toEqual([0, head - 20])
    expect(await authorsNow(id)).toEqual(authors)
    expect(await foldedVersion(database(), id)).toBe(head)
    expect((await loadDraft(database(), id)).version).toBe(head)
  })

  test('leaves young steps alone, and cuts no second revision where there is one', async () => {
    const id = await anArticle(person(0))
    const version = await typeAfter(person(0), id, 'council', ' of the town')
    await nameVersion(person(0), { articleId: id, revisionId: null, name: 'Here' })
    expect(await foldArticle(id, month())).toBe(0)
    await age(id, 31)
    expect(await foldArticle(id, month())).toBe(version)
    expect((await revisionsOf(id)).map(({ reason }) => reason)).toEqual(['STARTED', 'NAMED'])
  })

  test('beside somebody who types loses nothing', async () => {
    const id = await aLongHistory(4)
    await age(id, 31)
    const head = await versionOf(id)
    const typing = async () => {
      for (let word = 0; word < 15; word += 1)
        await change(person(1), id, (transform, document) => {
          transform.insert(document.child(0).nodeSize + 1, schema.text(`w${word} `))
        })
    }
    const [folded] = await Promise.all([foldArticle(id, month()), typing()])
    expect(folded).toBe(head)
    const draft = await loadDraft(database(), id)
    expect(draft.version).toBe(head + 15)
    expect(draft.document.textContent).toContain('w14 w13 w12')
  })

  test('afterwards people write, publish, restore and look back as before', async () => {
    const id = await aLongHistory(5)
    await age(id, 31)
    await foldArticle(id, month())
    const folded = await versionOf(id)
    await change(person(0), id, (transform) => {
      transform.insert(1, schema.text('Afterwards '))
    })
    await publishNow(person(0), id)
    const { revisions } = await listRevisions(person(0), { articleId: id })
    await restoreRevision(person(1), {
      articleId: id,
      revisionId: revisions.find(({ title }) => title === 'Round 0')?.id ?? '',
    })
    expect((await authorsNow(id))[0]).toMatchObject({ personId: expect.any(String) })
    const played = await stepsBetween(person(0), { articleId: id, from: folded, to: folded + 5 })
    expect(played.steps.length).toBeGreaterThan(0)
    const kept = revisions.find(({ title }) => title === 'Round 2')
    const jumped = await stepsBetween(person(0), { articleId: id, from: kept?.version ?? 0, to: folded })
    expect(jumped.steps).toEqual([])
  })

  test('a tab that slept meanwhile is told that its version is too old', async () => {
    const id = await aLongHistory(6)
    await age(id, 31)
    await foldArticle(id, month())
    await expect(listSteps(person(0), id, 3)).rejects.toThrow(Gone)
    const draft = await loadDraft(database(), id)
    await expect(documentAt(database(), id, draft, 3)).rejects.toThrow(Gone)
  })

  test('the job folds every article that has old steps', async () => {
    const ids = await Promise.all([7, 8].map(aLongHistory))
    for (const id of ids) await age(id, 31)
    expect(await foldSteps()).toBeGreaterThan(30)
    for (const id of ids) expect(await database().step.count({ where: { articleId: id } })).toBe(0)
    expect(await foldSteps()).toBe(0)
  })
})
