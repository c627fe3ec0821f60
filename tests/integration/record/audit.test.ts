import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createArticle } from '@/lib/articles/create-article'
import { moveArticle } from '@/lib/articles/move-article'
import { recordEvent } from '@/lib/audit'
import { endSession } from '@/lib/auth/end-session'
import { signIn } from '@/lib/auth/sign-in'
import { database } from '@/lib/db/database'
import { Forbidden, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { tidyUp } from '@/lib/jobs/tidy-up'
import { changeRole } from '@/lib/people/change-role'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import type { PersonActor } from '@/lib/policy/actor'
import { AuditQuery } from '@/lib/record/audit-query'
import { exportEvents } from '@/lib/record/export-events'
import { findAskedThing, listEvents, listThings } from '@/lib/record/list-events'
import { enter, enterAgain, hoursLater, NOBODY, PASSWORD, recordedAbout } from '@/tests/integration/people/newsroom'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let admin: PersonActor
beforeAll(async () => {
  admin = await enter('ADMINISTRATOR', 'Rosalind Achter')
})
afterEach(() => {
  vi.useRealTimers()
})

async function sentences(query: unknown): Promise<string[]> {
  const { events } = await listEvents(admin, AuditQuery.parse(query))
  return events.map(({ person, words, name }) =>
    [person ?? words.alone, person === null ? [] : words.did, words.isAlone ? [] : `“${name}”`]
      .flat()
      .join(' ')
      .concat(words.after),
  )
}

describe('The audit log', () => {
  test('tells in words what was done to one article, newest first', async () => {
    const editor = await aPerson('EDITOR', 'Idris Fenner')
    const section = await aSection()
    const id = await anArticle(editor, { document: aDocument('Bridge to close'), sectionId: section.id })
    await moveArticle(editor, { articleId: id, move: 'file' })
    await moveArticle(editor, { articleId: id, move: 'sendBack', note: 'Who says so?' })
    await publishNow(editor, id)
    expect(await sentences({ thing: 'article', id })).toEqual([
      'Idris Fenner published “Bridge to close” (edition 1)',
      'Idris Fenner sent back “Bridge to close”: Who says so?',
      'Idris Fenner filed “Bridge to close”',
      'Idris Fenner changed the field “Section” of “Bridge to close”',
      'Idris Fenner started “Bridge to close”',
    ])
    expect(await findAskedThing(admin, { thing: 'article', id })).toBe('Bridge to close')
  })

  test('is for administrators alone', async () => {
    const stream = async (actor: Parameters<typeof listEvents>[0]) => exportEvents(actor, AuditQuery.parse({}))
    for (const role of ['REPORTER', 'EDITOR', 'LAWYER'] as const) {
      const person = await aPerson(role)
      await expect(listEvents(person, AuditQuery.parse({}))).rejects.toThrow(Forbidden)
      await expect(listThings(person)).rejects.toThrow(Forbidden)
      await expect(findAskedThing(person, AuditQuery.parse({}))).rejects.toThrow(Forbidden)
      await expect(stream(person)).rejects.toThrow(Forbidden)
    }
    await expect(listEvents(NOBODY, AuditQuery.parse({}))).rejects.toThrow(NotSignedIn)
    await expect(stream(NOBODY)).rejects.toThrow(NotSignedIn)
  })

  test('is filtered by person, by group, by kind and by day', async () => {
    const person = await aPerson('EDITOR')
    const articleId = await anArticle(person, { sectionId: (await aSection()).id })
    await moveArticle(person, { articleId, move: 'file' })
    await publishNow(person, articleId)
    const actions = async (query: object) =>
      (await listEvents(admin, AuditQuery.parse({ person: person.id, ...query }))).events.map(({ action }) => action)
    expect(await actions({})).toEqual(['article.publish', 'article.file', 'article.edit', 'article.create'])
    expect(await actions({ group: 'readers' })).toEqual(['article.publish'])
    expect(await actions({ group: 'desk' })).toEqual(['article.file'])
    expect(await actions({ group: 'writing' })).toEqual(['article.edit', 'article.create'])
    expect(await actions({ group: 'overrides' })).toEqual([])
    expect(await actions({ group: 'other' })).toEqual([])
    expect(await actions({ thing: 'topic' })).toEqual([])
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
    expect(await actions({ from: today, to: today })).toHaveLength(4)
    expect(await actions({ to: '2026-01-01' })).toEqual([])
    expect(await listThings(admin)).toEqual(expect.arrayContaining(['article', 'person']))
  })

  test('finds what was passed over with a reason, and what has no group', async () => {
    const { id } = await aPerson('EDITOR')
    const actor = { ...admin, id }
    await recordEvent(database(), actor, {
      action: 'article.publish',
      thing: 'article',
      detail: { edition: 1, overrideReason: 'The court is closed' },
    })
    await recordEvent(database(), actor, { action: 'weather.change', thing: 'weather' })
    expect(await sentences({ person: id, group: 'overrides' })).toEqual([
      expect.stringContaining('(edition 1), with a reason: The court is closed'),
    ])
    expect(await sentences({ person: id, group: 'other' })).toEqual([expect.stringContaining('changed the weather')])
  })

  test('comes in pages without a gap, also where many things happened in one instant', async () => {
    const { id: personId } = await aPerson('EDITOR')
    const at = new Date()
    await database().auditEvent.createMany({
      data: Array.from({ length: 120 }, () => ({ id: newId(), at, personId, action: 'test.page', thing: 'test' })),
    })
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await listEvents(admin, { ...AuditQuery.parse({ person: personId }), before })
      seen.push(...page.events.map(({ id }) => id))
      before = page.nextCursor ?? undefined
    } while (before !== undefined)
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})

describe('What is written down', () => {
  test('a sign-in, a refused one without what was typed, and the end of a session', async () => {
    const person = await enter('EDITOR')
    const visit = { address: '192.0.2.250', userAgent: 'Tests/1.0', formerSecret: null }
    expect(await signIn(visit, { email: person.email, password: 'hunter2 hunter2' })).toBeNull()
    expect(await signIn(visit, { email: 'hunter2 hunter2', password: PASSWORD })).toBeNull()
    await endSession(admin, person.sessionId)
    expect(await recordedAbout(person.id)).toEqual(['people.create', 'session.start', 'session.refuse', 'session.end'])
    const refused = await database().auditEvent.findMany({
      where: { action: 'session.refuse' },
      orderBy: { id: 'asc' },
    })
    expect(refused).toMatchObject([
      { personId: null, thingId: person.id, detail: { address: '192.0.2.250' } },
      { personId: null, thingId: null },
    ])
    expect(JSON.stringify(refused)).not.toContain('hunter2')
  })

  test('a session that another sign-in on the same browser takes the place of', async () => {
    const person = await enter('EDITOR')
    const visit = { address: '192.0.2.9', userAgent: 'Tests/1.0', formerSecret: person.secret }
    await signIn(visit, { email: person.email, password: PASSWORD })
    expect(await recordedAbout(person.id)).toEqual(['people.create', 'session.start', 'session.end', 'session.start'])
  })

  test('a session that ran out, once', async () => {
    const person = await enter('REPORTER')
    await enterAgain(person.email)
    hoursLater(24 * 400)
    await Promise.all([tidyUp(), tidyUp()])
    const actions = await recordedAbout(person.id)
    expect(actions.filter((action) => action === 'session.expire')).toHaveLength(2)
  })

  test('a role and a deactivation, with what they changed', async () => {
    const person = await enter('REPORTER')
    await changeRole(admin, { id: person.id, role: 'EDITOR' })
    await deactivatePerson(admin, { id: person.id })
    expect((await sentences({ thing: 'person', id: person.id })).slice(0, 2)).toEqual([
      `Rosalind Achter deactivated “${person.name}”, which ended a session`,
      `Rosalind Achter changed the role of “${person.name}” from reporter to editor`,
    ])
  })

  test('that somebody edits a text: once in a quarter of an hour for each person, without a word of it', async () => {
    const [ada, ben] = [await aPerson('EDITOR'), await aPerson('EDITOR')]
    const { id } = await createArticle(ada)
    const events = () => database().auditEvent.findMany({ where: { thingId: id, action: 'article.write' } })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2027-03-01T10:00:01Z') })
    for (const words of ['Canary one', 'Canary two']) await retype(ada, id, 0, words)
    await retype(ben, id, 0, 'Canary three')
    expect((await events()).map(({ personId }) => personId)).toEqual([ada.id, ben.id])
    vi.setSystemTime(new Date('2027-03-01T10:14:59Z'))
    await retype(ada, id, 0, 'Canary four')
    expect(await events()).toHaveLength(2)
    vi.setSystemTime(new Date('2027-03-01T10:15:00Z'))
    await retype(ada, id, 0, 'Canary five')
    expect(await events()).toHaveLength(3)
    expect(JSON.stringify(await events())).not.toContain('Canary')
  })
})

describe('The log as a file', () => {
  async function file(query: object): Promise<string> {
    let text = ''
    for await (const piece of await exportEvents(admin, AuditQuery.parse(query))) text += piece
    return text
  }

  test('holds everything of the filter, without a formula', async () => {
    const person = await aPerson('EDITOR', '=HYPERLINK("http://x.example";"Ada")')
    const id = await anArticle(person, { document: aDocument('Shops, "pubs" and homes') })
    const text = await file({ person: person.id })
    expect(text.startsWith('\uFEFFTime (UTC),')).toBe(true)
    const [, line] = text.trimEnd().split('\r\n')
    expect(line).toContain(`,"'=HYPERLINK(""http://x.example"";""Ada"")",`)
    expect(line).toContain('started “Shops, ""pubs"" and homes”')
    expect(line).toContain(`article.create,article,${id},{}`)
  })

  test('is as long as the log, in pieces, and is written down itself', async () => {
    const { id: personId } = await aPerson('EDITOR')
    const at = new Date()
    await database().auditEvent.createMany({
      data: Array.from({ length: 1203 }, () => ({ id: newId(), at, personId, action: 'test.file', thing: 'test' })),
    })
    let pieces = 0
    let lines = 0
    for await (const piece of await exportEvents(admin, AuditQuery.parse({ person: personId }))) {
      pieces++
      lines += piece.split('\r\n').length - 1
    }
    expect({ pieces, lines }).toEqual({ pieces: 4, lines: 1204 })
    const [last] = (await listEvents(admin, AuditQuery.parse({ person: admin.id }))).events
    expect(last).toMatchObject({ action: 'audit.export', detail: { person: personId } })
  })
})
