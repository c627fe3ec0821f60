import { beforeAll, describe, expect, test } from 'vitest'
import { documentAt } from '@/lib/articles/document-at'
import { loadDraft } from '@/lib/articles/load-article'
import { moveArticle } from '@/lib/articles/move-article'
import { database } from '@/lib/db/database'
import { schema } from '@/lib/document/schema'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import { compareRevisions } from '@/lib/history/compare-revisions'
import { listRevisions } from '@/lib/history/list-revisions'
import { nameVersion } from '@/lib/history/name-version'
import { restoreRevision } from '@/lib/history/restore-revision'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument, readMore } from '@/tests/support/documents'
import { change, positionAfter, typeAfter } from '@/tests/support/histories'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let ada: PersonActor
let nadia: PersonActor
let stranger: PersonActor

beforeAll(async () => {
  ada = await aPerson('REPORTER', 'Ada Writer')
  nadia = await aPerson('EDITOR', 'Nadia Verhoeve')
  stranger = await aPerson('REPORTER', 'Sam Stranger')
})

async function textOf(articleId: string): Promise<string> {
  const { document } = await loadDraft(database(), articleId)
  return document.textBetween(0, document.content.size, ' | ', ' ')
}

async function revisionsOf(articleId: string) {
  return (await listRevisions(nadia, { articleId })).revisions
}

async function filed() {
  const id = await anArticle(ada, {
    document: aDocument('Ferry', 'The council met.', 'Nobody came.', readMore(newId())),
  })
  await retype(ada, id, 2, 'The council met on Tuesday 🚢.')
  await moveArticle(ada, { articleId: id, move: 'file' })
  const revision = (await revisionsOf(id))[0]
  if (revision === undefined) throw new Error('Nothing was kept')
  return { id, revision }
}

describe('Restoring a version', () => {
  test('brings the words back as a step of its own, and keeps what stood there first', async () => {
    const { id, revision } = await filed()
    await retype(nadia, id, 2, 'The mayor stayed away 🚂.')
    await change(nadia, id, (transform, document) => {
      transform.delete(document.content.size - 1, document.content.size)
    })
    const before = await textOf(id)
    const { version } = await restoreRevision(nadia, { articleId: id, revisionId: revision.id })
    expect(await textOf(id)).toContain('The council met on Tuesday 🚢. | Nobody came.')
    const kept = await revisionsOf(id)
    expect(kept.map(({ title }) => title).slice(0, 2)).toEqual([
      `Restored: ${revision.title}`,
      'Before an older version was restored',
    ])
    const draft = await loadDraft(database(), id)
    expect(draft.version).toBe(version)
    const was = await documentAt(database(), id, draft, version - 1)
    expect(was.textBetween(0, was.content.size, ' | ', ' ')).toBe(before)
    const event = await database().auditEvent.findFirst({ where: { thingId: id, action: 'article.restore' } })
    expect(event).toMatchObject({ personId: nadia.id, detail: { to: version } })
  })

  test('to the text that stands there already changes nothing', async () => {
    const { id, revision } = await filed()
    expect(await restoreRevision(ada, { articleId: id, revisionId: revision.id })).toMatchObject({ isChanged: false })
    expect(await revisionsOf(id)).toHaveLength(2)
  })

  test('is refused to whoever may not edit, and for a revision of another article', async () => {
    const { id, revision } = await filed()
    const other = await filed()
    await retype(ada, id, 2, 'Something else.')
    await expect(restoreRevision(stranger, { articleId: id, revisionId: revision.id })).rejects.toThrow(Forbidden)
    await expect(restoreRevision(nadia, { articleId: id, revisionId: other.revision.id })).rejects.toThrow(NotFound)
    await expect(restoreRevision(nadia, { articleId: id, revisionId: newId() })).rejects.toThrow(NotFound)
    expect(await textOf(id)).toContain('Something else.')
  })

  test('brings the newsroom’s own marks back as they were, another’s suggestion among them', async () => {
    const id = await anArticle(ada, { document: aDocument('Ferry', 'The council met.') })
    const { inserted, comment } = schema.marks
    const suggestion = { suggestionId: newId(), personId: ada.id, at: new Date().toISOString(), what: 'words' }
    await change(ada, id, (transform, document) => {
      const at = positionAfter(document, 'council')
      transform.insert(at, schema.text(' of the town', [inserted.create(suggestion)]))
      transform.addMark(at - 7, at, comment.create({ threadId: newId() }))
    })
    await moveArticle(ada, { articleId: id, move: 'file' })
    const filedDocument = (await loadDraft(database(), id)).document
    await retype(nadia, id, 2, 'Something else.')
    const [revision] = (await revisionsOf(id)).filter(({ reason }) => reason === 'FILED')
    await restoreRevision(nadia, { articleId: id, revisionId: revision?.id ?? '' })
    expect((await loadDraft(database(), id)).document.eq(filedDocument)).toBe(true)
  })

  test('is refused while somebody else holds the article', async () => {
    const { id, revision } = await filed()
    await retype(ada, id, 2, 'Something else.')
    const at = new Date(Date.now() - 60_000)
    await database().article.update({
      where: { id },
      data: { heldById: nadia.id, heldAt: at, holdChangedAt: at },
    })
    await expect(restoreRevision(ada, { articleId: id, revisionId: revision.id })).rejects.toThrow(/Nadia Verhoeve/)
    await restoreRevision(nadia, { articleId: id, revisionId: revision.id })
    expect(await textOf(id)).toContain('on Tuesday')
  })

  test('while somebody types loses neither: both stand in the history', async () => {
    const { id, revision } = await filed()
    await retype(ada, id, 3, 'Everybody came after all.')
    const typing = async () => {
      for (let word = 0; word < 10; word += 1) {
        await typeAfter(ada, id, 'Ferry', ` w${word}`).catch((error: Error) => {
          if (!/behind/.test(error.message)) throw error
        })
      }
    }
    const [, restored] = await Promise.all([
      typing(),
      restoreRevision(nadia, { articleId: id, revisionId: revision.id }),
    ])
    expect(restored.isChanged).toBe(true)
    const draft = await loadDraft(database(), id)
    const at = await documentAt(database(), id, draft, restored.version)
    expect(at.textContent).toContain('Nobody came.')
    const kept = await documentAt(database(), id, draft, restored.version - 1)
    expect(kept.textContent).toContain('Everybody came after all.')
    const versions = (await revisionsOf(id)).map(({ version }) => version)
    expect(versions).toContain(restored.version - 1)
  })

  test('at the same moment by two people happens one after the other', async () => {
    const { id, revision } = await filed()
    await retype(ada, id, 2, 'Something else.')
    const results = await Promise.all(
      [ada, nadia].map((person) => restoreRevision(person, { articleId: id, revisionId: revision.id })),
    )
    expect(results.map(({ isChanged }) => isChanged).sort()).toEqual([false, true])
  })
})

describe('Naming a version', () => {
  test('keeps the text of now, or that of a version that was kept, as a milestone', async () => {
    const { id, revision } = await filed()
    await retype(ada, id, 2, 'Something else.')
    await nameVersion(ada, { articleId: id, revisionId: null, name: '  Before the lawyer ' })
    await nameVersion(nadia, { articleId: id, revisionId: revision.id, name: 'What we had on Tuesday' })
    const { revisions } = await listRevisions(nadia, { articleId: id, only: 'milestones' })
    expect(revisions.map(({ title, version, person }) => [title, version, person])).toEqual([
      ['What we had on Tuesday', revision.version, 'Nadia Verhoeve'],
      ['Before the lawyer', revision.version + 1, 'Ada Writer'],
      [revision.title, revision.version, 'Ada Writer'],
    ])
  })

  test('takes one line of at most 80 characters, from whoever may edit', async () => {
    const { id } = await filed()
    for (const name of ['', '  ', 'a\nb', 'x'.repeat(81)])
      await expect(nameVersion(ada, { articleId: id, revisionId: null, name })).rejects.toThrow(Invalid)
    await expect(nameVersion(stranger, { articleId: id, revisionId: null, name: 'Mine' })).rejects.toThrow(Forbidden)
    await expect(nameVersion(ada, { articleId: id, revisionId: newId(), name: 'Mine' })).rejects.toThrow(NotFound)
  })
})

describe('The list of versions', () => {
  test('says why each was kept, by whom, and how many words it gained', async () => {
    const section = await aSection()
    const id = await anArticle(ada, {
      document: aDocument('Ferry', 'The council met.'),
      sectionId: section.id,
      slug: `ferry-${newId()}`,
    })
    await typeAfter(ada, id, 'council', ' of the town')
    await typeAfter(nadia, id, 'town', ' twice')
    await publishNow(nadia, id)
    await typeAfter(nadia, id, 'twice', ' and again')
    await publishNow(nadia, id)
    const titles = (await revisionsOf(id)).map(({ title, person, wordsChange }) => [title, person, wordsChange])
    expect(titles).toEqual([
      [expect.stringMatching(/^As published \d\d:\d\d \(edition 2\)$/), 'Nadia Verhoeve', 2],
      [expect.stringMatching(/^As published \d\d:\d\d \(edition 1\)$/), 'Nadia Verhoeve', 1],
      ['Before Nadia Verhoeve began to write', 'Ada Writer', 3],
      ['Started by Ada Writer', 'Ada Writer', null],
    ])
  })

  test('comes in pages', async () => {
    const id = await anArticle(ada)
    for (let index = 0; index < 65; index += 1)
      await nameVersion(ada, { articleId: id, revisionId: null, name: `Name ${index}` })
    const first = await listRevisions(ada, { articleId: id })
    expect(first.revisions).toHaveLength(60)
    const second = await listRevisions(ada, { articleId: id, before: first.next ?? '' })
    expect(second.revisions.map(({ title }) => title)).toEqual([
      'Name 4',
      'Name 3',
      'Name 2',
      'Name 1',
      'Name 0',
      'Started by Ada Writer',
    ])
    expect(second.next).toBeNull()
  })
})

describe('Comparing versions', () => {
  test('takes the newest against the one before, says who wrote, and puts the older one first', async () => {
    const { id, revision } = await filed()
    await typeAfter(nadia, id, 'Nobody', ' at all')
    const compared = await compareRevisions(ada, { articleId: id })
    expect(compared.to).toEqual({ kind: 'now', version: revision.version + 1 })
    expect(compared.from).toMatchObject({ title: revision.title })
    expect(compared).toMatchObject({ words: { added: 2, removed: 0 }, writers: ['Nadia Verhoeve'] })
    const swapped = await compareRevisions(ada, { articleId: id, from: 'now', to: revision.id })
    expect(swapped.to).toEqual(compared.to)
  })

  test('is not possible with a revision of another article', async () => {
    const [one, other] = [await filed(), await filed()]
    await expect(compareRevisions(ada, { articleId: one.id, from: other.revision.id })).rejects.toThrow(NotFound)
  })
})
