import { beforeAll, describe, expect, test, vi } from 'vitest'
import { killArticle } from '@/lib/articles/kill-article'
import { liftEmbargo } from '@/lib/articles/lift-embargo'
import { lockArticle } from '@/lib/articles/load-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { setEmbargo } from '@/lib/articles/set-embargo'
import { database, transaction } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { cancelSchedule } from '@/lib/schedule/cancel-schedule'
import { listMissed } from '@/lib/schedule/missed'
import { raiseAlarms } from '@/lib/schedule/raise-alarms'
import { runDue } from '@/lib/schedule/run-due'
import { runMissed } from '@/lib/schedule/run-missed'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { scheduleUnpublishing } from '@/lib/schedule/schedule-unpublishing'
import { watchSchedules } from '@/lib/schedule/watch-schedules'
import { localTime } from '@/lib/schedule/zoned-time'
import { anArticle, publishNow, retype, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const MINUTE = 60_000
let reporter: PersonActor
let editor: PersonActor
let administrator: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  reporter = await aPerson('REPORTER', 'Ada Writer')
  editor = await aPerson('EDITOR', 'Ed Itor')
  administrator = await aPerson('ADMINISTRATOR')
  section = await aSection('night')
})

const ready = () => anArticle(reporter, { document: aDocument(`Bridge closes ${newId()}`), sectionId: section.id })
const inMinutes = (minutes: number, zone = 'Europe/London') => ({
  local: localTime(new Date(Date.now() + minutes * MINUTE), zone),
  zone,
})
const articleOf = (id: string) => database().article.findUniqueOrThrow({ where: { id } })
const editionsOf = (articleId: string) =>
  database().edition.findMany({ where: { articleId }, orderBy: { number: 'asc' } })
const schedule = async (id: string, actor = editor) =>
  schedulePublication(actor, { articleId: id, time: inMinutes(90), version: await versionOf(id) })

/** As if the time had come. */
async function comeDue(id: string, column: 'publishAt' | 'unpublishAt' = 'publishAt', secondsAgo = 1): Promise<void> {
  await database().article.update({ where: { id }, data: { [column]: new Date(Date.now() - secondsAgo * 1000) } })
}

describe('A scheduled publication', () => {
  test('goes out when its time has come and not before, as it was scheduled; what was edited later waits', async () => {
    const id = await ready()
    await saveField(editor, { articleId: id, field: 'kicker', value: 'Before', baseVersion: 0 })
    await schedule(id)
    expect(await articleOf(id)).toMatchObject({ state: 'SCHEDULED', publishVersion: 0, publishZone: 'Europe/London' })
    await retype(reporter, id, 2, 'Typed after it was scheduled.')
    await saveField(editor, { articleId: id, field: 'kicker', value: 'After', baseVersion: 1 })
    await runDue()
    expect(await editionsOf(id)).toEqual([])

    await comeDue(id)
    expect(await runDue()).toBe(1)
    const [edition] = await editionsOf(id)
    expect(edition).toMatchObject({ version: 0, metadata: { kicker: 'Before' }, publishedById: editor.id })
    expect(JSON.stringify(edition?.document)).not.toContain('Typed after')
    expect(await articleOf(id)).toMatchObject({
      state: 'PUBLISHED',
      publishAt: null,
      publishVersion: null,
      hasUnpublishedChanges: true,
    })
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'article.publish' } })
    expect(events).toMatchObject([{ personId: editor.id, detail: { isScheduled: true, version: 0 } }])
  })

  test('goes out once, however many look at once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, ready))
    for (const id of ids) {
      await schedule(id)
      await comeDue(id)
    }
    await Promise.all(Array.from({ length: 4 }, () => runDue()))
    for (const id of ids) expect(await editionsOf(id)).toHaveLength(1)
  })

  test('of changes leaves the old text with readers until then', async () => {
    const id = await ready()
    await publishNow(editor, id)
    await retype(reporter, id, 2, 'The new text.')
    await schedule(id)
    expect((await articleOf(id)).state).toBe('PUBLISHED')
    expect((await database().publication.findUniqueOrThrow({ where: { articleId: id } })).words).not.toContain(
      'new text',
    )
    await comeDue(id)
    await runDue()
    expect((await database().publication.findUniqueOrThrow({ where: { articleId: id } })).words).toContain('new text')
  })

  test('is taken off, and the article is where it was before', async () => {
    const id = await ready()
    await database().article.update({ where: { id }, data: { state: 'APPROVED' } })
    await schedule(id)
    await cancelSchedule(editor, { articleId: id, of: 'publication' })
    expect(await articleOf(id)).toMatchObject({ state: 'APPROVED', publishAt: null, publishMetadata: null })
    await expect(cancelSchedule(editor, { articleId: id, of: 'publication' })).rejects.toThrow(Conflict)
  })

  test('asks for a time that comes, once', async () => {
    const id = await ready()
    const at = (local: string, which?: 'earlier' | 'later') =>
      schedulePublication(editor, {
        articleId: id,
        version: 0,
        time: { local, zone: 'Europe/London', ...(which === undefined ? {} : { which }) },
      })
    await expect(at('2020-01-01T06:00')).rejects.toThrow(/has passed/)
    await expect(at('2099-03-29T01:30')).rejects.toThrow(/go forward/)
    await expect(at('2099-10-25T01:30')).rejects.toThrow(/twice/)
    const { at: later } = await at('2099-10-25T01:30', 'later')
    expect(later.toISOString()).toBe('2099-10-25T01:30:00.000Z')
    const { at: earlier } = await at('2099-10-25T01:30', 'earlier')
    expect(earlier.toISOString()).toBe('2099-10-25T00:30:00.000Z')
  })

  test('refuses what is not ready, and who may not', async () => {
    const id = await anArticle(reporter)
    await expect(schedule(id)).rejects.toThrow(Invalid)
    await expect(schedule(await ready(), reporter)).rejects.toThrow(Forbidden)
  })

  test('that cannot happen says why, tells whoever scheduled it and the desk once, and goes out by one press', async () => {
    const deskId = newId()
    await database().desk.create({
      data: { id: deskId, slug: deskId, name: deskId, position: 0, createdAt: new Date() },
    })
    const lead = await aPerson('REPORTER')
    await database().deskMember.create({ data: { deskId, personId: lead.id, isLead: true } })
    const leaving = await aPerson('EDITOR', 'Gone Tomorrow')
    const id = await ready()
    await database().article.update({ where: { id }, data: { deskId } })
    await schedule(id, leaving)
    await database().person.update({ where: { id: leaving.id }, data: { role: 'LAWYER' } })
    await comeDue(id)
    expect(await runDue()).toBe(0)
    expect((await articleOf(id)).scheduleFailure).toMatch(/may not/)
    expect(await editionsOf(id)).toEqual([])

    await Promise.all([raiseAlarms(), raiseAlarms()])
    const told = await database().notification.findMany({ where: { articleId: id, kind: 'SCHEDULE_FAILED' } })
    expect(told.map(({ personId }) => personId).sort()).toEqual([lead.id, leaving.id].sort())
    const mails = await database().mail.findMany({ where: { to: { in: [lead.email, leaving.email] } } })
    expect(mails.filter(({ subject }) => subject.includes('Did not go out'))).toHaveLength(2)

    const mine = (await listMissed(editor)).filter(({ articleId }) => articleId === id)
    expect(mine).toMatchObject([{ what: 'publication', mayPublish: true }])
    await runMissed(editor, { articleId: id, what: 'publication' })
    expect(await editionsOf(id)).toMatchObject([{ version: 0, publishedById: editor.id }])
    expect((await listMissed(editor)).filter(({ articleId }) => articleId === id)).toEqual([])
  })

  test('that nobody took up is missed after a minute', async () => {
    const id = await ready()
    await schedule(id)
    await comeDue(id, 'publishAt', 30)
    expect((await listMissed(editor)).filter(({ articleId }) => articleId === id)).toEqual([])
    await comeDue(id, 'publishAt', 61)
    expect((await listMissed(editor)).filter(({ articleId }) => articleId === id)).toMatchObject([{ reason: null }])
    await runDue()
  })
})

describe('What is due', () => {
  test('does not wait for an article that somebody is at: it goes out at the next look', async () => {
    const [held, free] = [await ready(), await ready()]
    for (const id of [held, free]) {
      await schedule(id)
      await comeDue(id)
    }
    await transaction(async (tx) => {
      await lockArticle(tx, editor, held)
      expect(await runDue()).toBe(1)
    })
    expect((await articleOf(free)).state).toBe('PUBLISHED')
    expect(await runDue()).toBe(1)
    expect((await articleOf(held)).state).toBe('PUBLISHED')
  })

  test('goes out although fifty before it are stopped by a defect', async () => {
    const stuck: string[] = []
    for (let count = 0; count < 51; count++) {
      const id = await ready()
      await schedule(id)
      await comeDue(id, 'publishAt', 30)
      stuck.push(id)
    }
    const metadata = { notWhat: 'anybody wrote' }
    await database().article.updateMany({ where: { id: { in: stuck } }, data: { publishMetadata: metadata } })
    const id = await ready()
    await schedule(id)
    await comeDue(id)
    const watching = watchSchedules()
    try {
      await vi.waitFor(async () => expect((await articleOf(id)).state).toBe('PUBLISHED'), { timeout: 20_000 })
    } finally {
      await watching.stop()
      await database().article.updateMany({ where: { id: { in: stuck } }, data: { publishAt: null } })
    }
  })

  test('and was put off meanwhile has not failed, and is not pressed out', async () => {
    const id = await ready()
    await schedule(id)
    await comeDue(id)
    await schedulePublication(editor, { articleId: id, time: inMinutes(90), version: 0 })
    await expect(runMissed(editor, { articleId: id, what: 'publication' })).rejects.toThrow(/later time/)
    expect(await articleOf(id)).toMatchObject({ state: 'SCHEDULED', scheduleFailure: null })
  })
})

describe('A scheduled end', () => {
  test('takes the article from readers with its reason', async () => {
    const id = await ready()
    await publishNow(editor, id)
    await scheduleUnpublishing(editor, { articleId: id, time: inMinutes(60), reason: 'The offer has ended.' })
    await comeDue(id, 'unpublishAt')
    await runDue()
    expect(await articleOf(id)).toMatchObject({
      state: 'UNPUBLISHED',
      unpublishReason: 'The offer has ended.',
      unpublishAt: null,
    })
    expect(await database().publication.count({ where: { articleId: id } })).toBe(0)
  })

  test('after a night without a server: what was to go out and away goes out once, then away', async () => {
    const id = await ready()
    await schedule(id)
    await scheduleUnpublishing(editor, { articleId: id, time: inMinutes(180), reason: 'Only for the night.' })
    await comeDue(id, 'publishAt', 7200)
    await comeDue(id, 'unpublishAt', 3600)
    while ((await runDue()) > 0);
    expect(await editionsOf(id)).toHaveLength(1)
    expect((await articleOf(id)).state).toBe('UNPUBLISHED')
  })

  test('comes although changes that were to go out before it could not', async () => {
    const leaving = await aPerson('EDITOR')
    const id = await ready()
    await publishNow(editor, id)
    await retype(reporter, id, 2, 'The new text.')
    await schedule(id, leaving)
    await scheduleUnpublishing(editor, { articleId: id, time: inMinutes(180), reason: 'The offer has ended.' })
    await database().person.update({ where: { id: leaving.id }, data: { role: 'LAWYER' } })
    await comeDue(id, 'publishAt', 120)
    await runDue()
    await raiseAlarms()
    expect((await articleOf(id)).scheduleFailure).toMatch(/may not/)
    await comeDue(id, 'unpublishAt')
    expect(await runDue()).toBe(1)
    expect(await articleOf(id)).toMatchObject({ state: 'UNPUBLISHED', publishAt: null, scheduleFailure: null })
  })

  test('that cannot come has an alarm and a press of its own', async () => {
    const leaving = await aPerson('EDITOR')
    const id = await ready()
    await publishNow(editor, id)
    await retype(reporter, id, 2, 'The new text.')
    await schedule(id, leaving)
    await scheduleUnpublishing(leaving, { articleId: id, time: inMinutes(180), reason: 'The offer has ended.' })
    await database().person.update({ where: { id: leaving.id }, data: { role: 'LAWYER' } })
    await comeDue(id, 'publishAt', 120)
    await runDue()
    await raiseAlarms()
    await comeDue(id, 'unpublishAt')
    expect(await runDue()).toBe(0)
    expect(await runDue()).toBe(0)
    expect(await articleOf(id)).toMatchObject({
      state: 'PUBLISHED',
      unpublishFailure: expect.stringMatching(/may not/),
    })
    await raiseAlarms()
    await raiseAlarms()
    const alarms = await database().auditEvent.findMany({ where: { thingId: id, action: 'article.scheduleFailed' } })
    expect(alarms.map(({ detail }) => (detail as { what?: string }).what).sort()).toEqual([
      'publication',
      'unpublishing',
    ])
    const mine = (await listMissed(editor)).filter(({ articleId }) => articleId === id)
    expect(mine.map(({ what }) => what)).toEqual(['publication', 'unpublishing'])
    await runMissed(editor, { articleId: id, what: 'unpublishing' })
    expect((await articleOf(id)).state).toBe('UNPUBLISHED')
    expect((await listMissed(editor)).filter(({ articleId }) => articleId === id)).toEqual([])
  })

  test('is not before changes that wait to go out', async () => {
    const id = await ready()
    await publishNow(editor, id)
    await retype(reporter, id, 2, 'The new text.')
    await schedule(id)
    const early = scheduleUnpublishing(editor, { articleId: id, time: inMinutes(30), reason: 'Too early.' })
    await expect(early).rejects.toThrow(/Changes to it go out after/)
  })

  test('is not before the publication', async () => {
    const id = await ready()
    await schedule(id)
    const early = scheduleUnpublishing(editor, { articleId: id, time: inMinutes(30), reason: 'Too early.' })
    await expect(early).rejects.toThrow(/goes out after/)
  })
})

describe('Who puts off what has just gone out', () => {
  test('is told so, and it does not go out again', async () => {
    const id = await ready()
    await schedule(id)
    await comeDue(id)
    await runDue()
    const late = schedulePublication(editor, { articleId: id, time: inMinutes(60), version: 0, of: 'article' })
    await expect(late).rejects.toThrow(/gone out meanwhile/)
    expect(await articleOf(id)).toMatchObject({ state: 'PUBLISHED', publishAt: null })
    await schedulePublication(editor, { articleId: id, time: inMinutes(60), version: 0, of: 'changes' })
    const other = await ready()
    const early = schedulePublication(editor, { articleId: other, time: inMinutes(60), version: 0, of: 'changes' })
    await expect(early).rejects.toThrow(/do not have it/)
  })
})

describe('An embargo', () => {
  test('stops everybody and every way, and the database stops what forgets to ask', async () => {
    const id = await ready()
    await setEmbargo(reporter, { articleId: id, time: inMinutes(60) })
    for (const actor of [editor, administrator]) {
      await expect(publishArticle(actor, { articleId: id, version: 0 })).rejects.toThrow(Invalid)
      await expect(
        publishArticle(actor, { articleId: id, version: 0, overrideReason: 'The minister said so.' }),
      ).rejects.toThrow(Invalid)
    }
    const early = schedulePublication(editor, { articleId: id, time: inMinutes(30), version: 0 })
    await expect(early).rejects.toThrow(/not ready/)
    const edition = await database().edition.create({
      data: {
        id: newId(),
        articleId: id,
        number: 1,
        version: 0,
        document: {},
        metadata: {},
        publishedAt: new Date(),
        publishedById: editor.id,
      },
    })
    const forced = database().publication.create({
      data: {
        articleId: id,
        editionId: edition.id,
        sectionId: section.id,
        slug: 'forced',
        headline: 'Forced',
        words: '',
        threadId: id,
        firstPublishedAt: new Date(),
        updatedAt: new Date(),
      },
    })
    await expect(forced).rejects.toThrow(/embargo/)
  })

  test('may be scheduled for its end, and goes out then', async () => {
    const id = await ready()
    const { until } = await setEmbargo(reporter, { articleId: id, time: inMinutes(60) })
    await schedulePublication(editor, { articleId: id, time: inMinutes(60), version: 0 })
    expect((await articleOf(id)).publishAt).toEqual(until)
    const past = new Date(Date.now() - 1000)
    await database().article.update({ where: { id }, data: { publishAt: past, embargoUntil: past } })
    await runDue()
    expect((await articleOf(id)).state).toBe('PUBLISHED')
  })

  test('moved behind a scheduled time would be broken by it: it is refused', async () => {
    const id = await ready()
    await schedule(id)
    await expect(setEmbargo(editor, { articleId: id, time: inMinutes(120) })).rejects.toThrow(/scheduled/)
  })

  test('ends early only with the right and a reason, and the desk is told', async () => {
    const deskId = newId()
    await database().desk.create({
      data: { id: deskId, slug: deskId, name: deskId, position: 0, createdAt: new Date() },
    })
    const member = await aPerson('REPORTER')
    await database().deskMember.create({ data: { deskId, personId: member.id } })
    const id = await ready()
    await database().article.update({ where: { id }, data: { deskId } })
    await setEmbargo(reporter, { articleId: id, time: inMinutes(60) })
    await expect(setEmbargo(reporter, { articleId: id, time: inMinutes(30) })).rejects.toThrow(/Lift it/)
    await expect(liftEmbargo(reporter, { articleId: id, reason: 'They called us again.' })).rejects.toThrow(Forbidden)
    await expect(liftEmbargo(editor, { articleId: id, reason: 'so' })).rejects.toThrow(Invalid)
    await liftEmbargo(editor, { articleId: id, reason: 'The agency lifted it at noon.' })
    const told = await database().notification.findMany({ where: { articleId: id, kind: 'EMBARGO_LIFTED' } })
    expect(told.map(({ personId }) => personId).sort()).toEqual([member.id, reporter.id].sort())
    const events = await database().auditEvent.findMany({ where: { thingId: id, action: 'embargo.lift' } })
    expect(events).toMatchObject([{ detail: { reason: 'The agency lifted it at noon.' } }])
    await publishNow(editor, id)
  })

  test('comes too late for what readers had', async () => {
    const id = await ready()
    await publishNow(editor, id)
    await expect(setEmbargo(editor, { articleId: id, time: inMinutes(60) })).rejects.toThrow(Conflict)
  })
})

test('a killed article is gone for good, its schedule too, and whoever points at it is told', async () => {
  const id = await ready()
  await publishNow(editor, id)
  const pointing = await aPerson('REPORTER')
  const from = await anArticle(pointing, { sectionId: section.id })
  await saveField(pointing, { articleId: from, field: 'followsId', value: id, baseVersion: 0 })
  await scheduleUnpublishing(editor, { articleId: id, time: inMinutes(60), reason: 'Later.' })
  await killArticle(editor, { articleId: id, reason: 'A court forbade it.' })
  expect(await articleOf(id)).toMatchObject({
    state: 'KILLED',
    unpublishReason: 'A court forbade it.',
    unpublishAt: null,
  })
  expect(await database().publication.count({ where: { articleId: id } })).toBe(0)
  expect(await database().linkNotice.findMany({ where: { targetId: id, clearedAt: null } })).toMatchObject([
    { articleId: from, reason: 'KILLED' },
  ])
  const told = await database().notification.findMany({ where: { articleId: id, kind: 'KILLED' } })
  expect(new Map(told.map(({ personId, text }) => [personId, text]))).toEqual(
    new Map([
      [reporter.id, 'A court forbade it.'],
      [pointing.id, 'A court forbade it. An article of yours links to it.'],
    ]),
  )
  await expect(publishNow(editor, id)).rejects.toThrow(Conflict)
})
