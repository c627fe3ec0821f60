import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { applySteps } from '@/lib/articles/apply-steps'
import { getArticleForDesk } from '@/lib/articles/get-article-for-desk'
import { holdArticle } from '@/lib/articles/hold-article'
import { listArticles } from '@/lib/articles/list-articles'
import { moveArticle } from '@/lib/articles/move-article'
import { releaseHold } from '@/lib/articles/release-hold'
import { saveField } from '@/lib/articles/save-field'
import { takeOverHold } from '@/lib/articles/take-over-hold'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, draftOf, publishNow, retype, typing, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

/** What is added to the machine's clock. */
const clock = vi.hoisted(() => ({ ahead: 0 }))
vi.mock('@/lib/clock', () => ({ now: () => new Date(Date.now() + clock.ahead) }))

let reporter: PersonActor
let idris: PersonActor
let ines: PersonActor
let administrator: PersonActor

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Nadia Verhoeve')
  idris = await aPerson('EDITOR', 'Idris Fenner')
  ines = await aPerson('EDITOR', 'Ines Okafor')
  administrator = await aPerson('ADMINISTRATOR', 'Rosalind Achter')
})

beforeEach(() => {
  clock.ahead = 0
})

function pass(seconds: number): void {
  clock.ahead += seconds * 1000
}

async function type(actor: PersonActor, articleId: string, words: string) {
  return applySteps(actor, {
    articleId,
    version: await versionOf(articleId),
    clientId: `tab of ${actor.name}`,
    steps: typing(await draftOf(articleId), 6, words),
  })
}

async function held(): Promise<string> {
  const articleId = await anArticle(reporter, { document: aDocument('Ferry') })
  await holdArticle(idris, { articleId })
  return articleId
}

const heldByIdris = /^Idris Fenner holds this article for subbing/

describe('Holding an article', () => {
  test('the holder writes on; the article says who holds it and since when, and so does the list', async () => {
    const articleId = await held()
    expect(await type(idris, articleId, ' returns')).toMatchObject({ kind: 'applied' })
    const seen = await getArticleForDesk(reporter, articleId)
    expect(seen.hold).toMatchObject({ personId: idris.id, name: 'Idris Fenner' })
    expect(seen.can).toMatchObject({ edit: false, file: false, hold: false, comment: true, release: false })
    expect((await getArticleForDesk(idris, articleId)).can).toMatchObject({ edit: true, publish: true, release: true })
    expect((await getArticleForDesk(ines, articleId)).can).toMatchObject({ edit: false, publish: false, hold: true })
    const { articles } = await listArticles(reporter, { personId: reporter.id })
    expect(articles.find(({ id }) => id === articleId)?.heldBy).toBe('Idris Fenner')
  })

  test('holding again changes nothing, and it is written down who held it', async () => {
    const articleId = await held()
    const before = await database().article.findUniqueOrThrow({ where: { id: articleId } })
    pass(60)
    await holdArticle(idris, { articleId })
    const after = await database().article.findUniqueOrThrow({ where: { id: articleId } })
    expect(after.heldAt).toEqual(before.heldAt)
    const events = await database().auditEvent.findMany({ where: { thingId: articleId, action: 'article.hold' } })
    expect(events).toMatchObject([{ personId: idris.id }])
  })

  test('a reporter may not hold, take over or release; what does not exist is not found', async () => {
    const articleId = await held()
    await expect(holdArticle(reporter, { articleId })).rejects.toThrow(Forbidden)
    await expect(takeOverHold(reporter, { articleId, from: idris.id })).rejects.toThrow(Forbidden)
    await expect(releaseHold(reporter, { articleId })).rejects.toThrow(Forbidden)
    await expect(holdArticle(idris, { articleId: newId() })).rejects.toThrow(NotFound)
  })

  test('of two who hold at once one does, and the other is told who', async () => {
    const articleId = await anArticle(reporter)
    const results = await Promise.allSettled([idris, ines].map((actor) => holdArticle(actor, { articleId })))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.find((result) => result.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(Conflict)
    expect(refused?.reason.message).toMatch(/^(Idris Fenner|Ines Okafor) holds this article already/)
  })

  test.each([
    ['a field', (id: string) => saveField(ines, { articleId: id, field: 'kicker', value: 'Now', baseVersion: 0 })],
    ['filing', (id: string) => moveArticle(reporter, { articleId: id, move: 'file' })],
    ['publication', (id: string) => publishNow(ines, id)],
    ['words', (id: string) => type(reporter, id, '!')],
  ])('while it is held, %s of anybody else is refused with the holder’s name', async (_what, change) => {
    const articleId = await anArticle(reporter, { sectionId: (await aSection()).id })
    await holdArticle(idris, { articleId })
    pass(11)
    await expect(change(articleId)).rejects.toThrow(Forbidden)
    await expect(change(articleId)).rejects.toThrow(heldByIdris)
  })

  test('a held article is unpublished by its holder alone', async () => {
    const articleId = await anArticle(reporter, { sectionId: (await aSection()).id })
    await publishNow(idris, articleId)
    await holdArticle(idris, { articleId })
    await expect(unpublishArticle(ines, { articleId, reason: 'Wrong' })).rejects.toThrow(heldByIdris)
    await unpublishArticle(idris, { articleId, reason: 'Wrong' })
  })
})

describe('Words on their way', () => {
  test('what was typed before the hold is taken in for ten seconds, and not after', async () => {
    const articleId = await held()
    pass(9)
    expect(await type(reporter, articleId, ' returns')).toMatchObject({ kind: 'applied' })
    pass(2)
    await expect(type(reporter, articleId, ' again')).rejects.toThrow(heldByIdris)
    await releaseHold(idris, { articleId })
    expect(await type(reporter, articleId, ' again')).toMatchObject({ kind: 'applied' })
  })

  test('after a take-over the last words of the last holder are taken in, and nobody else’s', async () => {
    const articleId = await held()
    pass(60)
    await takeOverHold(ines, { articleId, from: idris.id })
    await expect(type(reporter, articleId, ' slips in')).rejects.toThrow(/^Ines Okafor holds this article/)
    expect(await type(idris, articleId, ' returns')).toMatchObject({ kind: 'applied' })
    pass(11)
    await expect(type(idris, articleId, ' late')).rejects.toThrow(/^Ines Okafor holds this article/)
  })
})

describe('Taking a hold over', () => {
  test('the new holder writes, and the last one finds a notice', async () => {
    const articleId = await held()
    await takeOverHold(ines, { articleId, from: idris.id })
    expect((await getArticleForDesk(ines, articleId)).can.edit).toBe(true)
    expect((await getArticleForDesk(idris, articleId)).can.edit).toBe(false)
    const notices = await database().notification.findMany({ where: { articleId } })
    expect(notices).toMatchObject([{ personId: idris.id, kind: 'TAKEN_OVER', byId: ines.id, readAt: null }])
  })

  test('of two who take over at once one does, and the other is told by whom it is held', async () => {
    const articleId = await held()
    const actors = [ines, administrator]
    const results = await Promise.allSettled(actors.map((actor) => takeOverHold(actor, { articleId, from: idris.id })))
    const winner = actors[results.findIndex(({ status }) => status === 'fulfilled')]
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toBeInstanceOf(Conflict)
    expect(refused[0]?.reason.message).toBe(`${winner?.name} has taken this article over meanwhile.`)
  })

  test('what nobody holds any more cannot be taken over', async () => {
    const articleId = await held()
    await releaseHold(idris, { articleId })
    await expect(takeOverHold(ines, { articleId, from: idris.id })).rejects.toThrow(
      'Nobody holds this article any more. You can hold it now.',
    )
  })

  test('the hold of somebody who was deactivated is taken over like any other', async () => {
    const gone = await aPerson('EDITOR', 'Piet Aarden')
    const articleId = await anArticle(reporter)
    await holdArticle(gone, { articleId })
    await database().person.update({ where: { id: gone.id }, data: { status: 'DEACTIVATED' } })
    await takeOverHold(ines, { articleId, from: gone.id })
    expect((await getArticleForDesk(ines, articleId)).hold?.name).toBe('Ines Okafor')
  })
})

describe('Releasing a hold', () => {
  test('what was subbed is kept as a revision; without a change there is none', async () => {
    const articleId = await held()
    await retype(idris, articleId, 0, 'Ferry is back')
    await releaseHold(idris, { articleId })
    await holdArticle(idris, { articleId })
    await releaseHold(idris, { articleId })
    const revisions = await database().revision.findMany({ where: { articleId, reason: 'SUBBED' } })
    expect(revisions).toMatchObject([{ version: await versionOf(articleId), personId: idris.id }])
    expect((await getArticleForDesk(reporter, articleId)).can.edit).toBe(true)
  })

  test('another editor may not, an administrator may', async () => {
    const articleId = await held()
    await expect(releaseHold(ines, { articleId })).rejects.toThrow(/^Idris Fenner holds this article\. Take it over/)
    await releaseHold(administrator, { articleId })
    await expect(releaseHold(idris, { articleId })).rejects.toThrow(Conflict)
  })

  test('an editor who became a reporter can still let go', async () => {
    const articleId = await held()
    await releaseHold({ ...idris, role: 'REPORTER' }, { articleId })
    expect((await getArticleForDesk(reporter, articleId)).hold).toBeNull()
  })
})
