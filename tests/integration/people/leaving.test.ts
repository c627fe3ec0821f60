import { beforeEach, describe, expect, test } from 'vitest'
import { holdArticle } from '@/lib/articles/hold-article'
import { saveField } from '@/lib/articles/save-field'
import { checkSession } from '@/lib/auth/check-session'
import { database } from '@/lib/db/database'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { findOpenLink } from '@/lib/outsiders/find-open-link'
import { makeOutsiderLink } from '@/lib/outsiders/make-link'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { invitePerson } from '@/lib/people/invite-person'
import { lookAtLeaving } from '@/lib/people/leaving/look-at-leaving'
import { reactivatePerson } from '@/lib/people/reactivate-person'
import { createFeed } from '@/lib/planning/feeds/create-feed'
import { readFeed } from '@/lib/planning/feeds/read-feed'
import type { PersonActor } from '@/lib/policy/actor'
import { runDue } from '@/lib/schedule/run-due'
import { schedulePublication } from '@/lib/schedule/schedule-publication'
import { scheduleUnpublishing } from '@/lib/schedule/schedule-unpublishing'
import { anArticle, publishNow, versionOf } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aSection } from '@/tests/support/newsroom-rows'
import { enter, recordedAbout } from './newsroom'

const FAR = { local: '2099-06-01T06:00', zone: 'Europe/London' }

let admin: PersonActor
let leaver: PersonActor & { secret: string }
let successor: PersonActor
let section: { id: string; slug: string }

beforeEach(async () => {
  admin = await enter('ADMINISTRATOR', 'Ines Calder')
  leaver = await enter('EDITOR', 'Ada Park')
  successor = await enter('EDITOR', 'Idris Fenner')
  section = await aSection()
})

const draftOf = (author: PersonActor, headline = `Bridge ${newId()}`) =>
  anArticle(author, { document: aDocument(headline), sectionId: section.id })
const row = (id: string) => database().article.findUniqueOrThrow({ where: { id } })
const leave = (input: { handOverTo?: string | null; links?: 'keep' | 'revoke' } = {}, actor = admin, id = leaver.id) =>
  deactivatePerson(actor, { id, ...input })
const noticesTo = (personId: string) => database().notification.findMany({ where: { personId, kind: 'ASSIGNED' } })
const mailsTo = (to: string) => database().mail.findMany({ where: { to } })

async function scheduled(by: PersonActor): Promise<string> {
  const id = await draftOf(by)
  await schedulePublication(by, { articleId: id, time: FAR, version: await versionOf(id) })
  return id
}

async function aDeskLedBy(...leads: PersonActor[]): Promise<string> {
  const id = newId()
  await database().desk.create({ data: { id, slug: id, name: `Desk ${id}`, position: 0, createdAt: new Date() } })
  for (const { id: personId } of leads)
    await database().deskMember.create({ data: { deskId: id, personId, isLead: true } })
  return id
}

describe('What is somebody’s', () => {
  test('is told before they are deactivated, and nothing is changed by looking', async () => {
    const open = await draftOf(leaver, 'Bridge to close')
    const goesOut = await scheduled(leaver)
    const goesAway = await draftOf(successor)
    await publishNow(successor, goesAway)
    await scheduleUnpublishing(leaver, { articleId: goesAway, time: FAR, reason: 'The offer has ended.' })
    await holdArticle(leaver, { articleId: open })
    await makeOutsiderLink(leaver, { articleId: open, purpose: 'READ', label: 'Quill', hours: 24, version: null })
    await createFeed(leaver, { deskId: null })
    const [alone, shared] = [await aDeskLedBy(leaver), await aDeskLedBy(leaver, successor)]
    const published = await draftOf(leaver)
    await publishNow(leaver, published)
    const found = await lookAtLeaving(admin, { id: leaver.id })
    expect(found.articles.named.map(({ id }) => id).sort()).toEqual([open, goesOut].sort())
    expect(found).toMatchObject({
      publications: { count: 1, named: [{ id: goesOut }] },
      unpublishings: { count: 1, named: [{ id: goesAway }] },
      holds: { count: 1, named: [{ id: open, headline: 'Bridge to close' }] },
      links: 1,
      calendars: 1,
      desksLedAlone: [{ id: alone }],
      events: 0,
      soleSources: 0,
    })
    expect(JSON.stringify(found)).not.toContain(shared)
    expect(await checkSession(leaver.secret)).toMatchObject({ id: leaver.id })
  })

  test('names no source, and counts those that nobody else who may sign in can open', async () => {
    const [own, shared] = [newId(), newId()]
    for (const id of [own, shared])
      await database().source.create({
        data: {
          ...{ id, codeName: `Heron ${id}`, kind: 'PERSON', terms: 'BACKGROUND', isConfidential: true, isKnown: false },
          ...{ originId: id, sealed: Buffer.from('sealed'), keyId: 'k', createdAt: new Date() },
        },
      })
    const gone = await enter('REPORTER')
    await database().sourceReader.createMany({
      data: [
        { sourceId: own, personId: leaver.id },
        { sourceId: own, personId: gone.id },
        { sourceId: shared, personId: leaver.id },
        { sourceId: shared, personId: successor.id },
      ],
    })
    await deactivatePerson(admin, { id: gone.id })
    const found = await lookAtLeaving(admin, { id: leaver.id })
    expect(found.soleSources).toBe(1)
    expect(JSON.stringify(found)).not.toContain('Heron')
    await leave({ handOverTo: successor.id })
    expect(await database().sourceReader.count({ where: { sourceId: own, personId: successor.id } })).toBe(0)
  })

  test('is nobody’s to see who may not deactivate', async () => {
    await expect(lookAtLeaving(successor, { id: leaver.id })).rejects.toThrow(Forbidden)
    await expect(lookAtLeaving(admin, { id: newId() })).rejects.toThrow(NotFound)
  })
})

describe('A hand-over', () => {
  test('gives articles, schedules, desks and the diary to another, ends the rest, and says so everywhere', async () => {
    const open = await draftOf(leaver, 'Bridge to close')
    const goesOut = await scheduled(leaver)
    const goesAway = await draftOf(successor)
    await publishNow(successor, goesAway)
    await scheduleUnpublishing(leaver, { articleId: goesAway, time: FAR, reason: 'The offer has ended.' })
    const held = await draftOf(successor)
    await holdArticle(leaver, { articleId: held })
    const alone = await aDeskLedBy(leaver)
    const { url } = await createFeed(leaver, { deskId: null })
    await database().diaryEvent.create({
      data: {
        ...{ id: newId(), title: 'Council', startsAt: new Date(), zone: 'UTC', ownerId: leaver.id },
        ...{ createdById: leaver.id, createdAt: new Date(), updatedAt: new Date() },
      },
    })
    await leave({ handOverTo: successor.id })

    expect(await row(open)).toMatchObject({ ownerId: successor.id, createdById: leaver.id })
    expect(await row(goesOut)).toMatchObject({ scheduledById: successor.id, state: 'SCHEDULED' })
    expect(await row(goesAway)).toMatchObject({ unpublishAtById: successor.id })
    expect(await row(held)).toMatchObject({ heldById: null })
    expect(await database().deskMember.findMany({ where: { deskId: alone, isLead: true } })).toMatchObject([
      { personId: successor.id },
    ])
    expect(await database().deskMember.count({ where: { deskId: alone, personId: leaver.id } })).toBe(1)
    expect(await database().diaryEvent.count({ where: { ownerId: successor.id } })).toBe(1)
    await expect(readFeed(url.split('/').at(-1) ?? '')).rejects.toThrow(NotFound)
    expect(await checkSession(leaver.secret)).toEqual({ kind: 'nobody' })

    expect(await recordedAbout(open)).toContain('article.handOver')
    expect(await recordedAbout(goesOut)).toContain('article.handOverSchedule')
    expect(await recordedAbout(held)).toContain('article.releaseHold')
    expect(await recordedAbout(alone)).toContain('desk.handOver')
    const event = await database().auditEvent.findFirstOrThrow({
      where: { thingId: leaver.id, action: 'people.deactivate' },
    })
    expect(event.detail).toMatchObject({ handedTo: successor.id, articles: 2, schedules: 2, desks: 1, holds: 1 })
    expect((await noticesTo(successor.id)).map(({ articleId }) => articleId).sort()).toEqual(
      [open, goesOut, goesAway].sort(),
    )
    const mails = await mailsTo(successor.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ subject: 'You take over from Ada Park' })
    expect(mails[0]?.text).toContain('Bridge to close')
  })

  test('lets what is scheduled go out at its time, where it fails without one', async () => {
    const [kept, lost] = [await scheduled(leaver), await scheduled(await enter('EDITOR'))]
    const other = (await row(lost)).scheduledById ?? ''
    await leave({ handOverTo: successor.id })
    await leave({}, admin, other)
    for (const id of [kept, lost])
      await database().article.update({ where: { id }, data: { publishAt: new Date(Date.now() - 1000) } })
    await runDue()
    expect(await row(kept)).toMatchObject({ state: 'PUBLISHED' })
    expect((await row(lost)).scheduleFailure).toContain('is not with the paper any more')
  })

  test('leaves alone what somebody else was asked to write, and what is finished', async () => {
    const asked = await draftOf(leaver)
    await database().article.update({ where: { id: asked }, data: { ownerId: admin.id } })
    const finished = await draftOf(leaver)
    await publishNow(leaver, finished)
    await leave({ handOverTo: successor.id })
    expect(await row(asked)).toMatchObject({ ownerId: admin.id })
    expect(await row(finished)).toMatchObject({ ownerId: null })
    expect(await noticesTo(successor.id)).toEqual([])
    expect(await mailsTo(successor.email)).toEqual([])
  })

  test('is refused whole to whoever may not publish what is scheduled', async () => {
    const reporter = await enter('REPORTER', 'Tom Reyes')
    const open = await draftOf(leaver)
    await scheduled(leaver)
    await expect(leave({ handOverTo: reporter.id })).rejects.toThrow('Tom Reyes may not publish')
    expect(await row(open)).toMatchObject({ ownerId: null })
    expect(await checkSession(leaver.secret)).toMatchObject({ id: leaver.id })
  })

  test('to a reporter who becomes the lead of the desk may publish what is the desk’s', async () => {
    const reporter = await enter('REPORTER')
    const deskId = await aDeskLedBy(leaver)
    const id = await scheduled(leaver)
    await database().article.update({ where: { id }, data: { deskId } })
    await leave({ handOverTo: reporter.id })
    expect(await row(id)).toMatchObject({ scheduledById: reporter.id, ownerId: reporter.id })
  })

  test('is refused to oneself, to nobody, to somebody invited or deactivated', async () => {
    const { id: invited } = await invitePerson(admin, {
      name: 'New Hand',
      email: `${newId()}@newsroom.test`,
      role: 'EDITOR',
    })
    const gone = await enter('EDITOR')
    await deactivatePerson(admin, { id: gone.id })
    await expect(leave({ handOverTo: leaver.id })).rejects.toThrow(Invalid)
    await expect(leave({ handOverTo: newId() })).rejects.toThrow(NotFound)
    for (const id of [invited, gone.id]) await expect(leave({ handOverTo: id })).rejects.toThrow(/cannot sign in/)
    expect(await checkSession(leaver.secret)).toMatchObject({ id: leaver.id })
  })

  test('gives nothing that whoever deactivates could not give by hand', async () => {
    const open = await draftOf(leaver)
    const { 'article.assign': _, ...grants } = admin.grants
    const clerk: PersonActor = { ...admin, grants }
    await expect(leave({ handOverTo: successor.id }, clerk)).rejects.toThrow(Forbidden)
    expect(await row(open)).toMatchObject({ ownerId: null })
    await leave({}, clerk)
    expect(await checkSession(leaver.secret)).toEqual({ kind: 'nobody' })
  })

  test('is not done twice: the second administrator is told that nothing was handed over', async () => {
    const second = await enter('ADMINISTRATOR')
    const open = await draftOf(leaver)
    const outcomes = await Promise.allSettled([
      leave({ handOverTo: successor.id }),
      leave({ handOverTo: admin.id }, second),
    ])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toBeInstanceOf(Conflict)
    const isFirst = outcomes[0]?.status === 'fulfilled'
    expect(await row(open)).toMatchObject({ ownerId: isFirst ? successor.id : admin.id })
    expect((await recordedAbout(open)).filter((action) => action === 'article.handOver')).toHaveLength(1)
  })

  test('to somebody who is deactivated at the same moment gives nothing to somebody who is gone', async () => {
    for (let round = 0; round < 4; round++) {
      const [from, to] = [await enter('EDITOR'), await enter('EDITOR')]
      const open = await draftOf(from)
      const [given] = await Promise.allSettled([leave({ handOverTo: to.id }, admin, from.id), leave({}, admin, to.id)])
      const isGiven = given?.status === 'fulfilled'
      expect((await row(open)).ownerId).toBe(isGiven ? to.id : null)
      const status = (await database().person.findUniqueOrThrow({ where: { id: from.id } })).status
      expect(status).toBe(isGiven ? 'DEACTIVATED' : 'ACTIVE')
    }
  })

  test('two who are handed to each other at the same moment: one stays, with the work of both', async () => {
    const [one, two] = [await enter('EDITOR'), await enter('EDITOR')]
    const articles = [await draftOf(one), await draftOf(two)]
    const outcomes = await Promise.allSettled([
      leave({ handOverTo: two.id }, admin, one.id),
      leave({ handOverTo: one.id }, admin, two.id),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const stays = outcomes[0]?.status === 'fulfilled' ? two.id : one.id
    for (const id of articles) {
      const { ownerId, createdById } = await row(id)
      expect(ownerId ?? createdById).toBe(stays)
    }
  })

  test('while what is theirs is published at the same moment: both happen', async () => {
    for (let round = 0; round < 3; round++) {
      const from = await enter('EDITOR')
      const articles = await Promise.all([draftOf(from), draftOf(from)])
      await Promise.all([
        leave({ handOverTo: successor.id }, admin, from.id),
        ...articles.map((id) => publishNow(admin, id)),
        ...articles.map((articleId) => saveField(admin, { articleId, field: 'kicker', value: 'Now', baseVersion: 0 })),
      ])
      for (const id of articles) expect(await row(id)).toMatchObject({ state: 'PUBLISHED' })
    }
  })
})

describe('Secret links of somebody who leaves', () => {
  const aLink = async () => {
    const articleId = await draftOf(leaver)
    const { path } = await makeOutsiderLink(leaver, {
      articleId,
      purpose: 'COMMENT',
      label: 'Quill',
      hours: 24,
      version: null,
    })
    return path.split('/').at(-1) ?? ''
  }

  test('end with them unless somebody says otherwise', async () => {
    const secret = await aLink()
    await leave()
    expect(await findOpenLink(database(), secret)).toBeNull()
  })

  test('are kept where an administrator says so, and whoever takes over hears of what comes back', async () => {
    const secret = await aLink()
    await leave({ links: 'keep', handOverTo: successor.id })
    expect(await findOpenLink(database(), secret)).toMatchObject({ createdById: successor.id })
  })
})

test('somebody who comes back has what nobody took over, and neither sessions nor calendars of before', async () => {
  const open = await draftOf(leaver)
  const { url } = await createFeed(leaver, { deskId: null })
  await leave()
  await reactivatePerson(admin, { id: leaver.id })
  expect((await lookAtLeaving(admin, { id: leaver.id })).articles.named.map(({ id }) => id)).toEqual([open])
  await expect(readFeed(url.split('/').at(-1) ?? '')).rejects.toThrow(NotFound)
  expect(await checkSession(leaver.secret)).toEqual({ kind: 'nobody' })
})
