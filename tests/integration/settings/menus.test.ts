import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Masthead } from '@/components/site/masthead'
import { SiteFooter } from '@/components/site/site-footer'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { database } from '@/lib/db/database'
import { Forbidden, NotSignedIn } from '@/lib/errors'
import { parseInput } from '@/lib/http/answers'
import { newId } from '@/lib/ids'
import { readLook } from '@/lib/look/look'
import { ChangeMenus, changeMenus } from '@/lib/menus/change-menus'
import type { MenuEntry } from '@/lib/menus/menu-entry'
import { DEFAULT_MENUS, MENUS, type MenuSettings } from '@/lib/menus/menu-settings'
import { readMenus } from '@/lib/menus/readers'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { wordsOf } from '@/lib/record/event-words'
import { addPart } from '@/lib/series/add-part'
import { createSeries } from '@/lib/series/create-series'
import { deleteSeries } from '@/lib/series/delete-series'
import { readGroup } from '@/lib/settings/setting-group'
import { deleteShelf } from '@/lib/shelves/delete-shelf'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import { wordsFor } from '@/lib/site-words/words-for'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'
import { purgedBy } from '@/tests/support/purged-by'
import { aShelf, changeNow } from '@/tests/support/shelves'

let administrator: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR')
})

beforeEach(async () => {
  section = await aSection()
})

afterEach(async () => {
  await database().setting.deleteMany({ where: { key: { startsWith: 'menus.' } } })
})

/** Sends the form as it was opened, with some of it changed. */
async function change(part: Partial<MenuSettings>, { actor = administrator as Actor, seen = DEFAULT_MENUS } = {}) {
  return changeMenus(actor, parseInput(ChangeMenus, { ...seen, ...part, seen }))
}

const kept = () => readGroup(MENUS)
const to = (kind: 'section' | 'topic' | 'series', id: string, label = ''): MenuEntry => ({ kind, id, label })
const newsletters: MenuEntry = { kind: 'page', page: 'newsletters', label: '' }

async function pathsOfBar(): Promise<string[]> {
  return (await readMenus()).bar.map(({ name, path }) => `${name} ${path}`)
}

async function published(topicIds: string[]): Promise<string> {
  const id = await anArticle(administrator, { sectionId: section.id, topics: topicIds })
  await publishNow(administrator, id)
  return id
}

test('a paper that says nothing has its topmost sections and the newsletters, as it came', async () => {
  const below = await aSection()
  await database().section.update({ where: { id: below.id }, data: { parentId: section.id } })
  const { bar, footer, smallPrint } = await readMenus()
  expect(bar.map(({ path }) => path)).toContain(`/${section.slug}`)
  expect(bar.map(({ path }) => path)).not.toContain(`/${below.slug}`)
  expect(bar.at(-1)).toEqual({ name: 'Newsletters', path: '/newsletters', kind: 'page' })
  expect(footer.map(({ links }) => links.length)).toEqual([bar.length - 1, 6])
  const look = await readLook()
  const top = renderToStaticMarkup(
    createElement(Masthead, {
      name: 'Tide',
      tagline: '',
      words: wordsFor('en-GB').frame,
      look,
      links: bar,
      current: section.slug,
    }),
  )
  expect(top).toContain(`<li><a href="/${section.slug}" aria-current="true">${section.slug}</a></li>`)
  expect(top).toContain('<li class="sections-last"><a href="/newsletters">Newsletters</a></li></ul>')
  const foot = renderToStaticMarkup(
    createElement(SiteFooter, {
      name: 'Tide',
      tagline: '',
      words: wordsFor('en-GB').frame,
      columns: footer,
      smallPrint,
    }),
  )
  expect(foot).toContain('<li><a href="/login" rel="nofollow">For the newsroom</a></li></ul></nav>')
})

test('menus are what an administrator says, on every page from then on, and in words in the record', async () => {
  const topic = await aShelf(administrator)
  await published([topic.id])
  const bar: MenuEntry[] = [
    to('section', section.id, 'At home'),
    to('topic', topic.id),
    { kind: 'address', href: 'https://shop.example/', label: 'Shop <now>' },
  ]
  const footer = [{ heading: 'The  house', entries: [newsletters] }]
  expect(await purgedBy(() => change({ bar, footer, smallPrint: 'Quay 1,\nHarbour' }))).toEqual([tag.settings])
  const menus = await readMenus()
  const { name } = await database().topic.findUniqueOrThrow({ where: { id: topic.id } })
  expect(menus).toEqual({
    bar: [
      { name: 'At home', path: `/${section.slug}`, kind: 'section' },
      { name, path: `/topic/${topic.slug}`, kind: 'topic' },
      { name: 'Shop <now>', path: 'https://shop.example/', kind: 'address' },
    ],
    footer: [{ heading: 'The house', links: [{ name: 'Newsletters', path: '/newsletters', kind: 'page' }] }],
    smallPrint: 'Quay 1, Harbour',
  })
  const foot = renderToStaticMarkup(
    createElement(SiteFooter, {
      name: 'Tide',
      tagline: '',
      words: wordsFor('en-GB').frame,
      columns: menus.footer,
      smallPrint: menus.smallPrint,
    }),
  )
  expect(foot).toContain('<p>Quay 1, Harbour</p>')
  expect(foot).toContain('<b>The house</b><ul><li><a href="/newsletters">Newsletters</a></li></ul>')
  const event = await database().auditEvent.findFirstOrThrow({ where: { thingId: 'menus.bar' } })
  expect(event.detail).toEqual({
    setting: 'bar',
    before: 'All sections, Newsletters',
    after: `At home, ${name}, Shop <now>`,
  })
  const words = wordsOf({ ...event, detail: event.detail as Record<string, unknown>, isOwn: false })
  expect(words.did).toBe(
    `changed the paper’s setting “Menu” from “All sections, Newsletters” to “At home, ${name}, Shop <now>”`,
  )
})

test('an entry has the name and the address that its topic has now, and no copy of them', async () => {
  const topic = await aShelf(administrator)
  await published([topic.id])
  await change({ bar: [to('topic', topic.id)] })
  const recording = emptyRecording()
  await recordInto(recording, readMenus)
  expect(recording.tags).toContain(tag.shelf(topic.id))
  const slug = `renamed-${topic.slug}`
  const rename = () => changeNow(administrator, topic.id, { name: `Renamed ${slug}`, slug })
  expect(await purgedBy(rename)).toContain(tag.shelf(topic.id))
  expect(await pathsOfBar()).toEqual([`Renamed ${slug} /topic/${slug}`])
})

test('a topic stands in the menu while readers have something of it, and every page is made anew when that changes', async () => {
  const parent = await aShelf(administrator)
  const topic = await aShelf(administrator, { parentId: parent.id })
  await change({ bar: [to('topic', parent.id), newsletters] })
  expect(await pathsOfBar()).toEqual(['Newsletters /newsletters'])
  let first = ''
  expect(
    await purgedBy(async () => {
      first = await published([topic.id])
    }),
  ).toContain(tag.settings)
  expect(await pathsOfBar()).toHaveLength(2)
  await published([topic.id])
  await published([topic.id])
  // The fourth makes no difference to the menu, nor does one of another topic: other pages stay as they are.
  expect(await purgedBy(() => published([topic.id]))).not.toContain(tag.settings)
  expect(await purgedBy(() => published([]))).not.toContain(tag.settings)
  for (const { articleId } of await database().publicationTopic.findMany({ where: { topicId: topic.id } }))
    if (articleId !== first) await unpublishArticle(administrator, { articleId, reason: 'Wrong.' })
  const last = () => unpublishArticle(administrator, { articleId: first, reason: 'Wrong.' })
  expect(await purgedBy(last)).toContain(tag.settings)
  expect(await pathsOfBar()).toEqual(['Newsletters /newsletters'])
})

test('a menu follows a merge by id, and has what took the other in once', async () => {
  const [into, from] = [await aShelf(administrator), await aShelf(administrator)]
  await published([from.id])
  await change({
    bar: [to('topic', from.id, 'Old name'), newsletters],
    footer: [{ heading: '', entries: [to('topic', into.id), to('topic', from.id)] }],
  })
  const merge = () => mergeShelves(administrator, { kind: 'topic', id: from.id, intoId: into.id })
  expect(await purgedBy(merge)).toContain(tag.settings)
  expect(await kept()).toMatchObject({
    bar: [to('topic', into.id, 'Old name'), newsletters],
    footer: [{ entries: [to('topic', into.id)] }],
  })
  const other = await aSection()
  await change({ bar: [to('section', section.id)] }, { seen: await kept() })
  await mergeShelves(administrator, { kind: 'section', id: section.id, intoId: other.id })
  expect(await pathsOfBar()).toEqual([`${other.slug} /${other.slug}`])
})

test('what is deleted goes from the menus, and whoever has the form open is told', async () => {
  const topic = await aShelf(administrator)
  const series = await createSeries(administrator, { name: `Tides ${newId()}`, slug: '', description: '' })
  await addPart(administrator, { seriesId: series.id, articleId: await published([]) })
  const bar = [to('section', section.id), to('topic', topic.id), to('series', series.id)]
  await change({ bar })
  const seen = await kept()
  expect(await pathsOfBar()).toHaveLength(2)
  expect(await purgedBy(() => deleteShelf(administrator, { kind: 'topic', id: topic.id }))).toContain(tag.settings)
  expect(await purgedBy(() => deleteSeries(administrator, { id: series.id }))).toContain(tag.settings)
  expect((await kept()).bar).toEqual([to('section', section.id)])
  expect(await change({ bar: [...bar, newsletters] }, { seen })).toMatchObject({ kind: 'clash' })
  await expect(change({ bar: [to('topic', topic.id)] }, { seen: await kept() })).rejects.toMatchObject({
    issues: [{ field: 'bar', message: 'A topic in this list does not exist any more: take it out.' }],
  })
})

test('two people who change different menus do not meet; of two who change the same one the second is shown the other', async () => {
  const other = await aPerson('ADMINISTRATOR', 'Ola Winter')
  await change({ bar: [newsletters] }, { actor: other })
  expect(await change({ smallPrint: 'Quay 1' })).toEqual({ kind: 'saved' })
  expect(await change({ bar: [] })).toMatchObject({ kind: 'clash', by: 'Ola Winter', standing: { bar: [newsletters] } })
  expect(await purgedBy(async () => change({}, { seen: await kept() }))).toEqual([])
})

test.each<[string, unknown]>([
  ['an address that runs', { kind: 'address', href: 'javascript:alert(1)', label: 'x' }],
  ['an address of another host without its scheme', { kind: 'address', href: '//elsewhere.example/', label: 'x' }],
  ['one that a browser reads as such', { kind: 'address', href: '/\\elsewhere.example/', label: 'x' }],
  ['one that can be listened in on', { kind: 'address', href: 'http://elsewhere.example/', label: 'x' }],
  ['one with a password in it', { kind: 'address', href: 'https://a:b@elsewhere.example/', label: 'x' }],
  ['one without a label', { kind: 'address', href: '/search', label: ' ' }],
  ['an id that is none', { kind: 'topic', id: "x' OR 1", label: '' }],
  ['a page that there is not', { kind: 'page', page: 'admin', label: '' }],
  ['a label that is too long', { kind: 'page', page: 'search', label: 'x'.repeat(61) }],
])('a menu does not take %s', async (_, entry) => {
  const refused = async () => change({ bar: [entry as MenuEntry] })
  await expect(refused()).rejects.toMatchObject({ code: 'INVALID' })
  const inFooter = async () => change({ footer: [{ heading: '', entries: [entry as MenuEntry] }] })
  await expect(inFooter()).rejects.toMatchObject({ code: 'INVALID' })
  expect(await kept()).toEqual(DEFAULT_MENUS)
})

test('nobody but an administrator changes menus', async () => {
  for (const role of ['REPORTER', 'EDITOR', 'LAWYER'] as const)
    await expect(change({ bar: [] }, { actor: await aPerson(role) })).rejects.toThrow(Forbidden)
  await expect(change({ bar: [] }, { actor: { kind: 'nobody' } })).rejects.toThrow(NotSignedIn)
  expect(await kept()).toEqual(DEFAULT_MENUS)
})
