import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { readBoard } from '@/lib/board/read-board'
import { BREAKING_TEXT_MOST } from '@/lib/breaking/breaking-alert'
import { endBreaking } from '@/lib/breaking/end-breaking'
import { getBreaking } from '@/lib/breaking/get-breaking'
import { startBreaking } from '@/lib/breaking/start-breaking'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let section: { id: string; slug: string }
let reporter: PersonActor
let editor: PersonActor
let articleId: string

beforeAll(async () => {
  section = await aSection()
  reporter = await aPerson('REPORTER')
  editor = await aPerson('EDITOR')
})

beforeEach(async () => {
  await database().breakingAlert.deleteMany()
  articleId = await anArticle(reporter, { sectionId: section.id })
  await publishNow(editor, articleId)
})

const press = (actor = editor, id = articleId, text = 'Bridge closed') =>
  startBreaking(actor, { articleId: id, text, minutes: 60, isAlerting: false })
const alerts = () => database().breakingAlert.findMany({ orderBy: { startedAt: 'asc' } })
const events = (id = articleId) =>
  database().auditEvent.findMany({
    where: { thingId: id, action: { in: ['article.break', 'breaking.end'] } },
    orderBy: { id: 'asc' },
  })

describe('Pressing breaking', () => {
  test('writes down what stands, since when and until when by the clock of the database, and who did it', async () => {
    const { until } = await startBreaking(editor, {
      articleId,
      text: '  Bridge\n closed ',
      minutes: 30,
      isAlerting: false,
    })
    const [alert, ...more] = await alerts()
    expect(more).toEqual([])
    expect(alert).toMatchObject({ articleId, text: 'Bridge closed', startedById: editor.id, endedAt: null })
    expect((alert?.until.getTime() ?? 0) - (alert?.startedAt.getTime() ?? 0)).toBe(30 * 60_000)
    expect(alert?.until.toISOString()).toBe(until)
    expect(await events()).toMatchObject([
      { action: 'article.break', personId: editor.id, detail: { minutes: 30, until } },
    ])
    expect((await getBreaking(reporter, articleId)).running).toMatchObject({ by: editor.name, mayEnd: false })
  })

  test('is for editors, administrators and who leads its desk', async () => {
    const lead = await aPerson('REPORTER')
    const deskId = newId()
    await database().desk.create({
      data: { id: deskId, slug: deskId, name: deskId, position: 0, createdAt: new Date() },
    })
    await database().deskMember.create({ data: { deskId, personId: lead.id, isLead: true } })
    const refused = [reporter, lead, await aPerson('LAWYER')]
    for (const actor of refused) {
      await expect(press(actor)).rejects.toThrow(Forbidden)
      expect((await getBreaking(actor, articleId)).may).toBe(false)
    }
    await database().article.update({ where: { id: articleId }, data: { deskId } })
    await press(lead)
    await press(await aPerson('ADMINISTRATOR'))
    for (const actor of [reporter, await aPerson('LAWYER')])
      await expect(endBreaking(actor, { articleId })).rejects.toThrow(Forbidden)
    await endBreaking(lead, { articleId })
    expect(await alerts()).toHaveLength(2)
  })

  test('needs an article that readers have', async () => {
    const draft = await anArticle(reporter, { sectionId: section.id })
    await expect(press(editor, draft)).rejects.toThrow(Conflict)
    expect((await getBreaking(editor, draft)).refusal).toContain('Publish it first')
    await unpublishArticle(editor, { articleId, reason: 'Wrong.' })
    await expect(press()).rejects.toThrow(Conflict)
    expect(await alerts()).toEqual([])
  })

  test('is refused under embargo', async () => {
    await database().$executeRaw`ALTER TABLE "Article" DISABLE TRIGGER USER`
    await database().article.update({ where: { id: articleId }, data: { embargoUntil: new Date(Date.now() + 60_000) } })
    await database().$executeRaw`ALTER TABLE "Article" ENABLE TRIGGER USER`
    await expect(press()).rejects.toThrow('embargo')
  })

  test('takes a line of words that fits', async () => {
    await expect(press(editor, articleId, ' \n ')).rejects.toThrow(Invalid)
    await expect(press(editor, articleId, 'x'.repeat(BREAKING_TEXT_MOST + 1))).rejects.toThrow(Invalid)
    await press(editor, articleId, 'x'.repeat(BREAKING_TEXT_MOST))
  })

  test('ends what stood before, and of many at the same moment one stands', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(async () => {
        const id = await anArticle(reporter, { sectionId: section.id })
        await publishNow(editor, id)
        return id
      }),
    )
    await press()
    await Promise.all(others.map((id) => press(editor, id)))
    const standing = (await alerts()).filter(({ endedAt }) => endedAt === null)
    expect(standing).toHaveLength(1)
    expect(await alerts()).toHaveLength(4)
    const { running } = await getBreaking(editor, articleId)
    expect(others).toContain(running?.articleId)
    const replaced = (await Promise.all(others.map(events))).flat().map(({ detail }) => detail)
    expect(replaced.flatMap((detail) => (detail as { replaced?: string[] }).replaced ?? [])).toContain(articleId)
  })

  test('suggests the short headline that readers have, or the headline cut to what fits', async () => {
    expect((await getBreaking(editor, articleId)).suggestedText).toMatch(/^Council votes/)
    await saveField(editor, { articleId, field: 'shortHeadline', value: 'Vote', baseVersion: 0 })
    expect((await getBreaking(editor, articleId)).suggestedText).toMatch(/^Council votes/)
    await publishNow(editor, articleId)
    expect((await getBreaking(editor, articleId)).suggestedText).toBe('Vote')
  })
})

describe('The banner ends', () => {
  test('when somebody ends it, once, which is written down', async () => {
    await press()
    await endBreaking(editor, { articleId })
    await expect(endBreaking(editor, { articleId })).rejects.toThrow(Conflict)
    expect((await getBreaking(editor, articleId)).running).toBeNull()
    expect((await getBreaking(editor, articleId)).past).toMatchObject([{ text: 'Bridge closed', by: editor.name }])
    expect((await events()).map(({ action }) => action)).toEqual(['article.break', 'breaking.end'])
  })

  test('by itself, and is not said to have been ended', async () => {
    await press()
    await database().$executeRaw`UPDATE "BreakingAlert" SET "until" = clock_timestamp()`
    await expect(endBreaking(editor, { articleId })).rejects.toThrow(Conflict)
    await unpublishArticle(editor, { articleId, reason: 'Wrong.' })
    const { running, past } = await getBreaking(editor, articleId)
    expect(running).toBeNull()
    expect(past).toMatchObject([{ endedAt: null }])
  })

  test.each([
    ['unpublishing', unpublishArticle],
    ['killing', killArticle],
  ])('with the article: %s', async (_, take) => {
    await press()
    await take(editor, { articleId, reason: 'It was wrong.' })
    expect((await alerts())[0]?.endedAt).not.toBeNull()
    expect((await getBreaking(editor, articleId)).running).toBeNull()
  })
})

test('the card on the board says so', async () => {
  const cards = async () =>
    (await readBoard(editor, { personId: reporter.id })).columns.flatMap((column) => column.cards)
  const isBreaking = async () => (await cards()).find(({ id }) => id === articleId)?.breakingUntil != null
  expect(await isBreaking()).toBe(false)
  await press()
  expect(await isBreaking()).toBe(true)
  await endBreaking(editor, { articleId })
  expect(await isBreaking()).toBe(false)
})

test('nobody who is signed out starts or ends anything', async () => {
  const nobody = { kind: 'nobody' } as const
  await expect(startBreaking(nobody, { articleId, text: 'x', minutes: 30, isAlerting: false })).rejects.toThrow(
    NotFound,
  )
  await expect(endBreaking(nobody, { articleId })).rejects.toThrow(NotFound)
  expect(await alerts()).toEqual([])
})
