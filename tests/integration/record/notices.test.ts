import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { holdArticle } from '@/lib/articles/hold-article'
import { moveArticle } from '@/lib/articles/move-article'
import { takeOverHold } from '@/lib/articles/take-over-hold'
import { editComment } from '@/lib/comments/edit-comment'
import { mentionOf } from '@/lib/comments/mention-text'
import { reply } from '@/lib/comments/reply'
import { startThread } from '@/lib/comments/start-thread'
import { database, transaction } from '@/lib/db/database'
import { NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { ChooseNotice, chooseNotice } from '@/lib/notifications/choose-notice'
import { NOTICE_KINDS, type NoticeKind } from '@/lib/notifications/kinds'
import { listChoices } from '@/lib/notifications/list-choices'
import { lastTime, mailDigests } from '@/lib/notifications/mail-digests'
import { countUnread, listNotices } from '@/lib/notifications/readers'
import { tell } from '@/lib/notifications/tell'
import { tellOverdue } from '@/lib/notifications/tell-overdue'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let articleId: string

beforeAll(async () => {
  editor = await aPerson('EDITOR', 'Idris Fenner')
  articleId = await anArticle(editor, { document: aDocument('Ferry returns') })
})
afterEach(() => {
  vi.useRealTimers()
})

const mailsTo = ({ email }: PersonActor) =>
  database().mail.findMany({ where: { to: email }, orderBy: { id: 'asc' }, select: { subject: true, text: true } })
const kindsOf = async (person: PersonActor) => (await listNotices(person)).notices.map(({ kind }) => kind)
const choose = (person: PersonActor, kind: NoticeKind, inApp: boolean, mail: 'NOW' | 'DIGEST' | 'OFF') =>
  chooseNotice(person, { kind, inApp, mail })

function about(kind: NoticeKind, person: PersonActor, about = newId()): Promise<number> {
  const article = { id: articleId, headline: 'Ferry returns', slugline: '' }
  return transaction((tx) => tell(tx, { kind, article, by: editor, about, to: [person.id], text: 'A word more' }))
}

describe('What a person chose', () => {
  test('is the standard of the paper until they choose, and then theirs alone', async () => {
    const [person, other] = [await aPerson('REPORTER'), await aPerson('REPORTER')]
    const standard = Object.entries(NOTICE_KINDS).map(([kind, how]) => ({ kind, ...how }))
    expect(await listChoices(person)).toEqual(standard)
    await choose(person, 'SENT_BACK', false, 'OFF')
    await choose(person, 'SENT_BACK', false, 'DIGEST')
    expect((await listChoices(person)).find(({ kind }) => kind === 'SENT_BACK')).toMatchObject({
      inApp: false,
      mail: 'DIGEST',
    })
    expect(await listChoices(other)).toEqual(standard)
    const events = await database().auditEvent.findMany({ where: { action: 'notices.choose', thingId: person.id } })
    expect(events).toHaveLength(2)
    await expect(listChoices({ kind: 'nobody' })).rejects.toThrow(NotSignedIn)
    await expect(chooseNotice({ kind: 'nobody' }, { kind: 'SENT_BACK', inApp: true, mail: 'OFF' })).rejects.toThrow(
      NotSignedIn,
    )
    expect(ChooseNotice.safeParse({ kind: 'WEATHER', inApp: true, mail: 'OFF' }).success).toBe(false)
    expect(ChooseNotice.safeParse({ kind: 'KILLED', inApp: true, mail: 'OFTEN' }).success).toBe(false)
  })

  test('holds for every kind: in the app, by mail, by both, by neither', async () => {
    for (const kind of Object.keys(NOTICE_KINDS) as NoticeKind[]) {
      const [both, none] = [await aPerson('EDITOR'), await aPerson('EDITOR')]
      await choose(both, kind, true, 'NOW')
      await choose(none, kind, false, 'OFF')
      for (const person of [both, none]) await about(kind, person)
      expect([await kindsOf(both), await kindsOf(none)], kind).toEqual([[kind], []])
      expect([(await mailsTo(both)).length, (await mailsTo(none)).length], kind).toEqual([1, 0])
      expect([await countUnread(both), await countUnread(none)], kind).toEqual([1, 0])
      expect((await mailsTo(both))[0]?.text).toContain(`/desk/notices/choices#${kind}`)
    }
  })

  test('nobody is told twice of one thing, also by two at once', async () => {
    const person = await aPerson('EDITOR')
    const thing = newId()
    await Promise.all([about('KILLED', person, thing), about('KILLED', person, thing)])
    await about('KILLED', person, thing)
    expect(await kindsOf(person)).toEqual(['KILLED'])
    expect(await mailsTo(person)).toHaveLength(1)
  })
})

describe('Comments and holds', () => {
  const said = (person: PersonActor, threadId = newId()) =>
    startThread(editor, { articleId, threadId, quote: 'Ferry', text: `${mentionOf(person)} look` })

  test('a mention is told as it was chosen', async () => {
    const [mailed, quiet] = [await aPerson('REPORTER'), await aPerson('REPORTER')]
    await choose(quiet, 'MENTION', true, 'OFF')
    for (const person of [mailed, quiet]) await said(person)
    const [mail] = await mailsTo(mailed)
    expect(mail?.subject).toBe('Idris Fenner named you in a comment on “Ferry returns”')
    expect(mail?.text).toContain('/desk/notices/choices#MENTION')
    expect(await mailsTo(quiet)).toEqual([])
    expect(await kindsOf(quiet)).toEqual(['MENTION'])
  })

  test('an answer is mailed to whoever wants that, once, and names nobody twice', async () => {
    const person = await aPerson('REPORTER')
    await choose(person, 'REPLY', true, 'NOW')
    const threadId = newId()
    await startThread(person, { articleId, threadId, quote: 'Ferry', text: 'Is it true?' })
    await reply(editor, { articleId, threadId, commentId: newId(), text: 'It is.' })
    const [mail] = await mailsTo(person)
    expect(mail?.subject).toBe('Idris Fenner answered in a conversation on “Ferry returns”')
    expect(mail?.text).toContain('It is.')
    // Named in an answer: told of the naming alone.
    await reply(editor, { articleId, threadId, commentId: newId(), text: `${mentionOf(person)} yes` })
    expect(await kindsOf(person)).toEqual(['MENTION', 'REPLY'])
    expect(await mailsTo(person)).toHaveLength(2)
  })

  test('whoever was told of an answer and is named by an edit of it hears of that once, as they chose', async () => {
    const person = await aPerson('REPORTER')
    await choose(person, 'MENTION', true, 'DIGEST')
    const [threadId, commentId] = [newId(), newId()]
    await startThread(person, { articleId, threadId, quote: 'Ferry', text: 'Is it true?' })
    await reply(editor, { articleId, threadId, commentId, text: 'It is.' })
    const text = `${mentionOf(person)} it is.`
    await editComment(editor, { articleId, threadId, commentId, text })
    await editComment(editor, { articleId, threadId, commentId, text: `${text}!` })
    expect(await kindsOf(person)).toEqual(['MENTION'])
    expect(await mailsTo(person)).toEqual([])
    expect(await database().notification.count({ where: { personId: person.id, digestDue: true } })).toBe(1)
  })

  test('a take-over is told as it was chosen', async () => {
    const [holder, taker] = [await aPerson('EDITOR'), await aPerson('EDITOR')]
    await choose(holder, 'TAKEN_OVER', false, 'NOW')
    const id = await anArticle(editor)
    await holdArticle(holder, { articleId: id })
    await takeOverHold(taker, { articleId: id, from: holder.id })
    expect(await kindsOf(holder)).toEqual([])
    expect(await mailsTo(holder)).toHaveLength(1)
  })
})

describe('The mail of the day', () => {
  test('comes after seven, with each notice once, and not where there is nothing', async () => {
    const [person, other] = [await aPerson('EDITOR'), await aPerson('EDITOR')]
    for (const kind of ['SPIKED', 'FILED'] as const) await choose(person, kind, true, 'DIGEST')
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-01-11T15:00:00Z') })
    await about('SPIKED', person)
    await about('FILED', person)
    await about('FILED', other)
    vi.setSystemTime(new Date('2027-01-12T06:59:59Z'))
    await mailDigests()
    expect(await mailsTo(person)).toEqual([])
    vi.setSystemTime(new Date('2027-01-12T07:00:01Z'))
    await Promise.all([mailDigests(), mailDigests(), mailDigests()])
    const [mail, ...more] = await mailsTo(person)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('2 notices of the day')
    expect(mail?.text).toContain('Idris Fenner spiked “Ferry returns”. A word more')
    expect(mail?.text).toContain('Idris Fenner filed “Ferry returns”. A word more')
    expect(await mailsTo(other)).toEqual([])
    vi.setSystemTime(new Date('2027-01-13T07:00:01Z'))
    await mailDigests()
    expect(await mailsTo(person)).toHaveLength(1)
  })

  test('goes to nobody who left, and does not wait for them either', async () => {
    const person = await aPerson('EDITOR')
    await choose(person, 'SPIKED', true, 'DIGEST')
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-02-11T15:00:00Z') })
    await about('SPIKED', person)
    await database().person.update({ where: { id: person.id }, data: { status: 'DEACTIVATED' } })
    vi.setSystemTime(new Date('2027-02-12T07:00:01Z'))
    await mailDigests()
    expect(await mailsTo(person)).toEqual([])
    expect(await database().notification.count({ where: { personId: person.id, digestDue: true } })).toBe(0)
  })

  test.each([
    ['2027-01-12T07:00:00Z', 'Europe/London', '2027-01-12T07:00:00.000Z'],
    ['2027-01-12T06:59:59Z', 'Europe/London', '2027-01-11T07:00:00.000Z'],
    ['2027-07-12T06:30:00Z', 'Europe/London', '2027-07-12T06:00:00.000Z'],
    ['2027-03-28T10:00:00Z', 'Europe/London', '2027-03-28T06:00:00.000Z'],
    ['2027-01-12T20:00:00Z', 'Pacific/Auckland', '2027-01-12T18:00:00.000Z'],
    ['2027-01-01T05:00:00Z', 'America/New_York', '2026-12-31T12:00:00.000Z'],
  ])('at %s in %s the last seven o’clock was %s', (at, zone, last) => {
    expect(lastTime(new Date(at), zone).toISOString()).toBe(last)
  })
})

describe('What is overdue', () => {
  async function due(dueAt: Date, of: { ownerId?: string; deskId?: string }): Promise<string> {
    const id = await anArticle(editor, { document: aDocument('Late') })
    await database().article.update({ where: { id }, data: { dueAt, ...of } })
    return id
  }
  const HOUR = 60 * 60 * 1000

  test('is told to its writer and to the leads of its desk, once for each due time, also by two jobs at once', async () => {
    const [writer, lead, member] = [await aPerson('REPORTER'), await aPerson('REPORTER'), await aPerson('REPORTER')]
    const deskId = newId()
    await database().desk.create({
      data: {
        id: deskId,
        slug: `desk-${deskId}`,
        name: `Desk ${deskId}`,
        position: 0,
        createdAt: new Date(),
        members: {
          create: [
            { personId: lead.id, isLead: true },
            { personId: member.id, isLead: false },
          ],
        },
      },
    })
    const id = await due(new Date(Date.now() - HOUR), { ownerId: writer.id, deskId })
    await Promise.all([tellOverdue(), tellOverdue(), tellOverdue()])
    await tellOverdue()
    for (const person of [writer, lead]) {
      expect(await kindsOf(person)).toEqual(['OVERDUE'])
      const [mail, ...more] = await mailsTo(person)
      expect(mail?.subject).toBe('Overdue: “Late”')
      expect(mail?.text).toMatch(/It was due on \d+ \w+ \d{4} at/)
      expect(more).toEqual([])
    }
    expect(await kindsOf(member)).toEqual([])
    expect((await listNotices(writer)).notices[0]).toMatchObject({ by: null, articleId: id })

    await database().article.update({ where: { id }, data: { dueAt: new Date(Date.now() - HOUR / 2) } })
    await Promise.all([tellOverdue(), tellOverdue()])
    expect(await kindsOf(writer)).toEqual(['OVERDUE', 'OVERDUE'])
  })

  test('is not told before its time, and not of what was filed', async () => {
    const writer = await aPerson('REPORTER')
    await due(new Date(Date.now() + HOUR), { ownerId: writer.id })
    const filed = await due(new Date(Date.now() - HOUR), { ownerId: writer.id })
    await moveArticle(editor, { articleId: filed, move: 'file' })
    await tellOverdue()
    expect(await kindsOf(writer)).toEqual([])
  })
})
