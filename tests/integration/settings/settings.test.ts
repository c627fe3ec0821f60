import { afterEach, beforeAll, expect, test } from 'vitest'
import { feedResponse } from '@/components/site/responses'
import type { FeedOf } from '@/lib/articles/machine-readers'
import { database } from '@/lib/db/database'
import { Forbidden, NotSignedIn } from '@/lib/errors'
import { parseInput } from '@/lib/http/answers'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { ChangeSettings, changeSettings } from '@/lib/settings/change-settings'
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/paper-settings'
import { readSettings } from '@/lib/settings/settings'
import { listTimeZones } from '@/lib/settings/time-zones'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection, aTopic } from '@/tests/support/newsroom-rows'
import { purgedBy } from '@/tests/support/purged-by'

let administrator: PersonActor

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR')
})

afterEach(async () => {
  await database().setting.deleteMany({ where: { key: { startsWith: 'paper.' } } })
})

/** Sends the form as it was opened, with some of it changed. */
async function change(part: Partial<Settings>, { actor = administrator as Actor, seen = DEFAULT_SETTINGS } = {}) {
  return changeSettings(actor, parseInput(ChangeSettings, { ...seen, ...part, seen }))
}

test('what an administrator says of the paper is on every page from then on, and in the record', async () => {
  const renamed = () => change({ name: '  The\nTide ', tagline: 'News', language: 'de-ch', timeZone: 'Europe/Zurich' })
  expect(await purgedBy(renamed)).toEqual([tag.settings])
  expect(await readSettings()).toMatchObject({
    name: 'The Tide',
    tagline: 'News',
    language: 'de-CH',
    timeZone: 'Europe/Zurich',
  })
  const feed = emptyRecording()
  const text = await recordInto(feed, async () => (await feedResponse('rss')).text())
  expect(text).toContain('<title>The Tide</title>')
  expect(feed.tags).toContain(tag.settings)
  const events = await database().auditEvent.findMany({ where: { action: 'settings.change', thingId: 'paper.name' } })
  expect(events).toMatchObject([
    { personId: administrator.id, detail: { setting: 'name', before: DEFAULT_SETTINGS.name, after: 'The Tide' } },
  ])
})

test('what feeds carry is for the paper to say, and every feed follows', async () => {
  const editor = await aPerson('EDITOR', 'Ines Calder')
  const [section, topic] = [await aSection(), await aTopic()]
  const document = aDocument('Ferry returns', 'Canaryword of the text.')
  const id = await anArticle(editor, { document, sectionId: section.id, topics: [topic.id] })
  await publishNow(editor, id)
  const subjects: (FeedOf | undefined)[] = [
    undefined,
    { kind: 'section', slug: section.slug },
    { kind: 'topic', slug: topic.slug },
    { kind: 'author', slug: `byline-${editor.id}` },
  ]
  const texts = () =>
    Promise.all(
      (['rss', 'atom', 'json'] as const).flatMap((format) =>
        subjects.map(async (of) => (await feedResponse(format, of)).text()),
      ),
    )
  const isWhole = (text: string) => text.includes('Canaryword')
  expect((await texts()).map(isWhole)).toEqual(Array(12).fill(true))
  expect(await purgedBy(() => change({ feeds: 'summary' }))).toEqual([tag.settings])
  const short = await texts()
  expect(short.map(isWhole)).toEqual(Array(12).fill(false))
  expect(short.map((text) => text.includes(`urn:uuid:${id}`))).toEqual(Array(12).fill(true))
})

test('what is saved as it was changes nothing and purges nothing', async () => {
  const before = await database().auditEvent.count()
  expect(await purgedBy(() => change({}))).toEqual([])
  expect(await database().auditEvent.count()).toBe(before)
})

test('two people who change different settings do not meet; of two who change the same one, the second is shown the other', async () => {
  const other = await aPerson('ADMINISTRATOR', 'Ola Winter')
  await change({ name: 'The Tide' }, { actor: other })
  expect(await change({ tagline: 'News' })).toEqual({ kind: 'saved' })
  expect(await change({ name: 'The Ebb', language: 'de' })).toMatchObject({
    kind: 'clash',
    by: 'Ola Winter',
    standing: { name: 'The Tide', tagline: 'News' },
  })
  expect(await readSettings()).toMatchObject({ name: 'The Tide', language: DEFAULT_SETTINGS.language })
})

test.each([
  ['name', ' \u0000 '],
  ['name', 'x'.repeat(81)],
  ['tagline', 'x'.repeat(161)],
  ['language', 'english'],
  ['language', 'en_GB'],
  ['language', ''],
  ['securityContact', 'http://paper.example/security'],
  ['securityContact', 'javascript:alert(1)'],
  ['securityContact', 'https://user:word@paper.example/'],
  ['securityContact', 'security＠paper.example'],
  ['timeZone', ''],
  ['timeZone', '+01:00'],
  ['timeZone', 'Europe/Atlantis'],
])('%s cannot be %j, and the field is told why', async (field, value) => {
  await expect(change({ [field]: value })).rejects.toMatchObject({ code: 'INVALID', issues: [{ field }] })
})

test('nobody but an administrator changes them', async () => {
  for (const role of ['REPORTER', 'EDITOR', 'LAWYER'] as const)
    await expect(change({ name: 'Mine' }, { actor: await aPerson(role) })).rejects.toThrow(Forbidden)
  await expect(change({ name: 'Mine' }, { actor: { kind: 'nobody' } })).rejects.toThrow(NotSignedIn)
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS)
})

test('a wrong row in the database makes no page fail', async () => {
  await database().setting.createMany({
    data: [
      { key: 'paper.language', value: 'no language' },
      { key: 'paper.name', value: 7 },
    ],
  })
  expect(await readSettings()).toEqual(DEFAULT_SETTINGS)
})

test('the list of time zones has the one that is set, and names that people look for', () => {
  const zones = listTimeZones('Europe/Kyiv')
  expect(zones.map(({ id }) => id)).toEqual(expect.arrayContaining(['UTC', 'Europe/Kyiv', 'America/New_York']))
  expect(zones.find(({ id }) => id === 'America/New_York')).toMatchObject({
    label: 'America/New York',
    detail: 'Eastern Time',
  })
})
