import { beforeAll, describe, expect, test } from 'vitest'
import { listArticles } from '@/lib/articles/list-articles'
import { findArticleByPath, listTopic } from '@/lib/articles/readers'
import { saveField } from '@/lib/articles/save-field'
import { findMovedShelf } from '@/lib/articles/shelf-readers'
import { database } from '@/lib/db/database'
import { Forbidden, Invalid, NotFound } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { describeMerge } from '@/lib/shelves/describe-merge'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { aShelf, changeNow } from '@/tests/support/shelves'

let editor: PersonActor
let administrator: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Ines Calder')
  administrator = await aPerson('ADMINISTRATOR')
  section = await aSection('harbour-news')
})

const article = (topics: string[], headline = `Ferry ${Math.random()}`) =>
  anArticle(editor, { document: aDocument(headline), sectionId: section.id, topics })
const topicsOf = async (articleId: string) =>
  (await database().articleTopic.findMany({ where: { articleId }, orderBy: { position: 'asc' } })).map(
    ({ topicId }) => topicId,
  )
const merge = (from: { id: string }, into: { id: string }, actor = editor) =>
  mergeShelves(actor, { kind: 'topic', id: from.id, intoId: into.id })
const aliasesOf = async (topicId: string) =>
  (await database().shelfAlias.findMany({ where: { topicId }, orderBy: { name: 'asc' } })).map(({ name }) => name)

describe('Merging a topic into another', () => {
  test('moves its articles, drafts and public ones, keeps their order and makes no topic twice', async () => {
    const [a, b, c] = [await aShelf(editor), await aShelf(editor), await aShelf(editor)]
    const draft = await article([c.id, a.id], 'Ferry drafted')
    const both = await article([a.id, c.id, b.id], 'Ferry sails')
    await publishNow(editor, both)
    expect(await describeMerge(editor, { kind: 'topic', id: a.id, intoId: b.id })).toEqual({
      articles: 2,
      named: [
        { id: both, headline: 'Ferry sails', state: 'PUBLISHED', hasUnpublishedChanges: false },
        { id: draft, headline: 'Ferry drafted', state: 'DRAFT', hasUnpublishedChanges: false },
      ],
      publicPages: 1,
      children: 0,
    })
    await merge(a, b)
    expect(await topicsOf(draft)).toEqual([c.id, b.id])
    expect(await topicsOf(both)).toEqual([b.id, c.id])
    const live = await database().publicationTopic.findMany({ where: { articleId: both } })
    expect(live.map(({ topicId }) => topicId).sort()).toEqual([b.id, c.id].sort())
    expect(await database().topic.count({ where: { id: a.id } })).toBe(0)
    const [event] = await database().auditEvent.findMany({ where: { action: 'topic.merge', thingId: b.id } })
    expect(event).toMatchObject({ personId: editor.id, detail: { mergedId: a.id, articles: 2 } })
  })

  test('says before what moves: also what only readers still find there, the last edited first, 20 by name', async () => {
    const [a, b] = [await aShelf(editor), await aShelf(editor)]
    const left = await article([a.id], 'Ferry left it')
    await publishNow(editor, left)
    await saveField(editor, { articleId: left, field: 'topics', value: [], baseVersion: 1 })
    const preview = () => describeMerge(editor, { kind: 'topic', id: a.id, intoId: b.id })
    const here = [{ id: left, headline: 'Ferry left it', state: 'PUBLISHED', hasUnpublishedChanges: true }]
    expect(await preview()).toMatchObject({ articles: 1, named: here, publicPages: 1 })
    for (let n = 1; n <= 20; n += 1) await article([a.id], `Ferry ${n}`)
    const { articles, named } = await preview()
    expect(articles).toBe(21)
    expect(named.map(({ headline }) => headline)).toEqual(Array.from({ length: 20 }, (_, n) => `Ferry ${20 - n}`))
    const { articles: listed } = await listArticles(editor, { topicId: a.id })
    expect(listed).toHaveLength(21)
    expect(listed.at(-1)?.id).toBe(left)
    await merge(a, b)
    expect((await listArticles(editor, { topicId: a.id })).articles).toEqual([])
    expect((await listArticles(editor, { topicId: b.id })).articles).toHaveLength(21)
  })

  test('of sections names what stands there in the draft or before readers', async () => {
    const [from, into, other] = [await aSection(), await aSection(), await aSection()]
    const moved = await anArticle(editor, { document: aDocument('Moved on'), sectionId: from.id, slug: 'moved-on' })
    await publishNow(editor, moved)
    await saveField(editor, { articleId: moved, field: 'sectionId', value: other.id, baseVersion: 1 })
    const preview = await describeMerge(administrator, { kind: 'section', id: from.id, intoId: into.id })
    expect(preview).toMatchObject({ articles: 1, named: [{ id: moved, headline: 'Moved on' }], publicPages: 1 })
  })

  test('of sections: a former address leads to the article that had it, not to one with the same slug', async () => {
    const [from, into] = [await aShelf(editor, { kind: 'section' }), await aShelf(editor, { kind: 'section' })]
    const story = async (sectionId: string) => {
      const id = await anArticle(editor, { sectionId, slug: 'budget' })
      await publishNow(editor, id)
      return id
    }
    const moved = await story(from.id)
    await changeNow(editor, from.id, { kind: 'section', slug: `${from.slug}-later` })
    await saveField(editor, { articleId: moved, field: 'slug', value: 'budget-vote', baseVersion: 1 })
    await publishNow(editor, moved)
    const other = await story(into.id)
    await mergeShelves(administrator, { kind: 'section', id: from.id, intoId: into.id })
    for (const slug of [from.slug, `${from.slug}-later`])
      expect(await findArticleByPath(slug, 'budget')).toEqual({ kind: 'moved', path: `/${into.slug}/budget-vote` })
    expect(await findArticleByPath(into.slug, 'budget')).toMatchObject({ kind: 'live', article: { id: other } })
    // Nor does it stand in the way of the other's next edition.
    await retype(editor, other, 0, 'The budget, again')
    expect(await publishNow(editor, other)).toEqual({ path: `/${into.slug}/budget`, edition: 2 })
  })

  test('gives it the names and what stands below', async () => {
    const b = await aShelf(editor, { name: 'Harbour works' })
    const a = await aShelf(editor, { name: 'Dock works', aliases: ['The docks'] })
    const child = await aShelf(editor, { parentId: a.id })
    await merge(a, b)
    expect(await aliasesOf(b.id)).toEqual(['Dock works', 'The docks'])
    expect((await database().topic.findUniqueOrThrow({ where: { id: child.id } })).parentId).toBe(b.id)
  })

  test('whoever has its topics open is asked, and cannot bring the vanished one back', async () => {
    const [a, b] = [await aShelf(editor), await aShelf(editor)]
    const id = await article([a.id])
    await merge(a, b)
    const saved = await saveField(editor, { articleId: id, field: 'topics', value: [], baseVersion: 1 })
    expect(saved).toMatchObject({ kind: 'clash', value: [b.id], by: 'Ines Calder' })
  })

  test('a → b → c: every former address is one step from c, in whatever order they were merged', async () => {
    const [a, b, c] = [await aShelf(editor), await aShelf(editor), await aShelf(editor)]
    await publishNow(editor, await article([a.id]))
    await merge(a, b)
    expect(await findMovedShelf('topic', a.slug)).toBe(`/topic/${b.slug}`)
    await merge(b, c)
    expect(await findMovedShelf('topic', a.slug)).toBe(`/topic/${c.slug}`)
    expect(await findMovedShelf('topic', b.slug)).toBe(`/topic/${c.slug}`)
    expect(await findMovedShelf('topic', c.slug)).toBeNull()
    expect((await listTopic(c.slug, 1))?.articles).toHaveLength(1)
  })

  test('is refused into itself and into what stands below it', async () => {
    const a = await aShelf(editor)
    const b = await aShelf(editor, { parentId: a.id })
    await expect(merge(a, b)).rejects.toThrow(/stands below/)
    await expect(merge(a, a)).rejects.toThrow(Invalid)
    await merge(b, a)
    expect(await findMovedShelf('topic', b.slug)).toBeNull()
  })

  test('two at once that cross each other: one happens, the other is refused, and nothing is lost', async () => {
    const [a, b] = [await aShelf(editor), await aShelf(editor)]
    const ids = [await article([a.id]), await article([b.id])]
    const results = await Promise.allSettled([merge(a, b), merge(b, a)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(NotFound)
    const left = await database().topic.findMany({ where: { id: { in: [a.id, b.id] } } })
    expect(left).toHaveLength(1)
    for (const id of ids) expect(await topicsOf(id)).toEqual([left[0]?.id])
  })

  test('while an article with it is being published, the article ends with the other', async () => {
    const [a, b] = [await aShelf(editor), await aShelf(editor)]
    const id = await article([a.id])
    await Promise.all([publishNow(editor, id), merge(a, b)])
    const live = await database().publicationTopic.findMany({ where: { articleId: id } })
    expect(live.map(({ topicId }) => topicId)).toEqual([b.id])
  })

  test('a reporter merges nothing, and an editor no sections', async () => {
    const [a, b] = [await aShelf(editor), await aShelf(editor)]
    await expect(merge(a, b, await aPerson('REPORTER'))).rejects.toThrow(Forbidden)
    const [news, sport] = [await aSection(), await aSection()]
    const sections = { kind: 'section', id: news.id, intoId: sport.id } as const
    await expect(mergeShelves(editor, sections)).rejects.toThrow(Forbidden)
    await mergeShelves(administrator, sections)
    expect(await findMovedShelf('section', news.slug)).toBe(`/${sport.slug}`)
  })

  test('the vanished address is not given away unsaid, and its name is still the name of the other', async () => {
    const b = await aShelf(editor, { name: 'Tide gates' })
    const a = await aShelf(editor, { name: 'Sluices' })
    await merge(a, b)
    await expect(aShelf(editor, { name: 'SLUICES' })).rejects.toThrow('another name of the topic “Tide gates”')
    await expect(aShelf(editor, { name: 'Something else', slug: a.slug })).rejects.toThrow(
      `/topic/${a.slug} leads readers to “Tide gates”`,
    )
    const direct = database().topic.create({ data: { id: crypto.randomUUID(), name: 'By hand', slug: a.slug } })
    await expect(direct).rejects.toThrow()
  })
})
