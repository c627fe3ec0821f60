import { beforeAll, describe, expect, test } from 'vitest'
import { holdArticle } from '@/lib/articles/hold-article'
import { database } from '@/lib/db/database'
import { Invalid, KnownError, NotFound } from '@/lib/errors'
import { listRevisions } from '@/lib/history/list-revisions'
import { newId } from '@/lib/ids'
import { listInbound } from '@/lib/links/list-inbound'
import { rewireInbound } from '@/lib/links/rewire-inbound'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, draftOf, publishNow, retype } from '@/tests/support/articles'
import { aDocument, linked, readMore, related } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let reporter: PersonActor
let sectionId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  reporter = await aPerson('REPORTER')
  sectionId = (await aSection()).id
})

const pointing = async (author: PersonActor, target: string, isPublic = false) => {
  const id = await anArticle(author, {
    sectionId,
    document: aDocument(`Pointing ${newId()}`, linked('the vote', { articleId: target }), readMore(target)),
  })
  if (isPublic) await publishNow(editor, id)
  return id
}

describe('What points at an article', () => {
  test('is listed with the sentence of each link: what readers meet first, each article once', async () => {
    const target = await anArticle(reporter, { sectionId })
    const draft = await pointing(reporter, target)
    const live = await pointing(reporter, target, true)
    const { articles, total, publicTotal, next } = await listInbound(editor, { articleId: target, limit: 10 })
    expect({ total, publicTotal, next }).toEqual({ total: 2, publicTotal: 1, next: null })
    expect(articles.map(({ id }) => id)).toEqual([live, draft])
    expect(articles[0]?.links).toEqual([
      { kind: 'INLINE', words: 'the vote', sentence: 'See the vote for more.', isPublic: true, isInDraft: true },
      { kind: 'READ_MORE', words: '', sentence: '', isPublic: true, isInDraft: true },
    ])
    expect(articles[1]?.links.map(({ isPublic, isInDraft }) => [isPublic, isInDraft])).toEqual([
      [false, true],
      [false, true],
    ])
  })

  test('a link that only the draft, or only readers still have says so', async () => {
    const target = await anArticle(reporter, { sectionId })
    const live = await pointing(reporter, target, true)
    await retype(reporter, live, 2, 'No link any more.')
    const { articles } = await listInbound(editor, { articleId: target, limit: 10 })
    expect(articles[0]?.links.map(({ kind, isPublic, isInDraft }) => [kind, isPublic, isInDraft])).toEqual([
      ['READ_MORE', true, true],
      ['INLINE', true, false],
    ])
  })

  test('comes in pages, without a double and without a gap', async () => {
    const target = await anArticle(reporter, { sectionId })
    const all: string[] = []
    for (let index = 0; index < 7; index++) all.push(await pointing(reporter, target, index % 3 === 0))
    const seen: string[] = []
    let after: string | undefined
    for (let page = 0; page < 5; page++) {
      const { articles, total, next } = await listInbound(editor, { articleId: target, limit: 2, after })
      expect(total).toBe(7)
      seen.push(...articles.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    expect(seen.sort()).toEqual(all.sort())
    await expect(listInbound(editor, { articleId: target, limit: 2, after: '1nonsense' })).rejects.toThrow(Invalid)
  })

  test('says of each whether the person may change it; a link to itself is not one', async () => {
    const target = await anArticle(reporter, { sectionId })
    await pointing(editor, target)
    const { articles } = await listInbound(reporter, { articleId: target, limit: 10 })
    expect(articles.map(({ mayEdit }) => mayEdit)).toEqual([false])
    const own = await anArticle(reporter, { document: aDocument('Self', 'Words.') })
    const self = await pointing(reporter, own)
    expect((await listInbound(reporter, { articleId: self, limit: 10 })).total).toBe(0)
  })
})

describe('Changing where they lead', () => {
  test('is an edit in the history of each, with a name, and the graph follows', async () => {
    const target = await anArticle(reporter, { sectionId, document: aDocument('Ferry returns') })
    const other = await anArticle(reporter, { sectionId, document: aDocument('Ferry sold') })
    const [one, two] = [await pointing(reporter, target), await pointing(reporter, target, true)]
    const outcome = await rewireInbound(editor, { articleId: target, to: other, fromArticleIds: [one, two] })
    expect(outcome).toEqual({ changed: [one, two], failed: [] })
    expect((await listInbound(editor, { articleId: other, limit: 10 })).total).toBe(2)
    const left = await listInbound(editor, { articleId: target, limit: 10 })
    expect(left.articles.map(({ id, links }) => [id, links.every(({ isInDraft }) => !isInDraft)])).toEqual([
      [two, true],
    ])
    const { revisions } = await listRevisions(editor, { articleId: two })
    expect(revisions[0]).toMatchObject({
      title: 'Links to “Ferry returns” lead to “Ferry sold” now',
      person: editor.name,
      isMilestone: true,
    })
    const article = await database().article.findUniqueOrThrow({ where: { id: two } })
    expect(article.hasUnpublishedChanges).toBe(true)
    await publishNow(editor, two)
    expect((await listInbound(editor, { articleId: target, limit: 10 })).total).toBe(0)
  })

  test('to plain words keeps the words', async () => {
    const target = await anArticle(reporter, { sectionId })
    const one = await pointing(reporter, target)
    await rewireInbound(reporter, { articleId: target, to: null, fromArticleIds: [one] })
    const text = JSON.stringify(await draftOf(one))
    expect(text).toContain('the vote')
    expect(text).not.toContain(target)
  })

  test('one that is held, or that the person may not change, does not stop the others', async () => {
    const target = await anArticle(reporter, { sectionId })
    const [held, foreign, fine] = [
      await pointing(reporter, target),
      await pointing(editor, target),
      await pointing(reporter, target),
    ]
    await holdArticle(editor, { articleId: held })
    const outcome = await rewireInbound(reporter, {
      articleId: target,
      to: null,
      fromArticleIds: [held, foreign, fine],
    })
    expect(outcome.changed).toEqual([fine])
    expect(outcome.failed.map(({ id }) => id)).toEqual([held, foreign])
    expect(outcome.failed[0]?.message).toContain('holds this article')
    expect(JSON.stringify(await draftOf(held))).toContain(target)
  })

  test('to itself, to nothing that exists, or by nobody is refused', async () => {
    const target = await anArticle(reporter, { sectionId })
    const one = await pointing(reporter, target)
    const input = { articleId: target, fromArticleIds: [one] }
    await expect(rewireInbound(editor, { ...input, to: target })).rejects.toThrow(Invalid)
    await expect(rewireInbound(editor, { ...input, to: newId() })).rejects.toThrow(NotFound)
    await expect(rewireInbound({ kind: 'nobody' }, { ...input, to: null })).rejects.toThrow(KnownError)
    expect(JSON.stringify(await draftOf(one))).toContain(target)
  })

  test('an article that would link to itself gets words instead', async () => {
    const target = await anArticle(reporter, { sectionId })
    const one = await anArticle(reporter, {
      sectionId,
      document: aDocument(
        'Self',
        linked('the vote', { articleId: target }),
        related(target, await anArticle(reporter)),
      ),
    })
    await rewireInbound(editor, { articleId: target, to: one, fromArticleIds: [one] })
    const links = await database().link.findMany({ where: { fromArticleId: one, layer: 'DRAFT' } })
    expect(links.map(({ kind, toArticleId }) => [kind, toArticleId === one])).toEqual([['RELATED', false]])
  })
})
