import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import sharp from 'sharp'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { GET as favicon } from '@/app/(site)/favicon.svg/route'
import { GET as sheet } from '@/app/(site)/look.css/route'
import { LookHead } from '@/components/site/look-head'
import { Nameplate } from '@/components/site/nameplate'
import { newsArticle } from '@/lib/articles/structured-data'
import { cardOf, cardPath } from '@/lib/cards/card-of'
import { drawCard } from '@/lib/cards/draw-card'
import { database } from '@/lib/db/database'
import { Forbidden, NotSignedIn } from '@/lib/errors'
import { parseInput } from '@/lib/http/answers'
import { newId } from '@/lib/ids'
import { ChangeLook, changeLook } from '@/lib/look/change-look'
import { readLook, readLookSettings } from '@/lib/look/look'
import { DEFAULT_LOOK, type LookSettings } from '@/lib/look/look-settings'
import { lookPath } from '@/lib/look/print-look'
import { findPublicPicture } from '@/lib/media/find-picture'
import { storePicture } from '@/lib/media/store-picture'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { DEFAULT_SETTINGS } from '@/lib/settings/paper-settings'
import { everyNode } from '@/tests/support/every-node'
import { aPerson } from '@/tests/support/newsroom-rows'
import { publicArticle } from '@/tests/support/public-article'
import { purgedBy } from '@/tests/support/purged-by'

let administrator: PersonActor

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR')
})

afterEach(async () => {
  await database().setting.deleteMany({ where: { key: { startsWith: 'look.' } } })
})

/** Sends the form as it was opened, with some of it changed. */
async function change(part: Partial<LookSettings>, { actor = administrator as Actor, seen = DEFAULT_LOOK } = {}) {
  return changeLook(actor, parseInput(ChangeLook, { ...seen, ...part, seen }))
}

async function aLogo(width = 900, height = 300): Promise<string> {
  const bytes = await sharp({ create: { width, height, channels: 4, background: '#0b5b6680' } })
    .png()
    .toBuffer()
  return (await storePicture(administrator, { bytes, fileName: 'harbour-logo.png' })).id
}

async function fetchSheet(path: string) {
  const recording = emptyRecording()
  const response = await recordInto(recording, () => sheet(new Request(`https://paper.example${path}`)))
  return { text: await response.text(), kept: response.headers.get('cache-control'), recording }
}

test('a colour of the paper is in a sheet of its own, in the icon and on cards, from then on', async () => {
  expect(lookPath(await readLook())).toBeNull()
  expect(await purgedBy(() => change({ accent: '0B5B66', scheme: 'light' }))).toEqual([tag.settings])
  const look = await readLook()
  const path = lookPath(look) ?? ''
  const { text, kept, recording } = await fetchSheet(path)
  expect(text).toContain('--accent:#0b5b66')
  expect(text).toContain('color-scheme:light')
  expect(kept).toBe('public, max-age=31536000, immutable')
  expect(recording.tags).toEqual(new Set([tag.settings]))
  expect(await (await favicon()).text()).toContain('fill="#0b5b66"')
  expect(renderToStaticMarkup(createElement(LookHead, { look }))).toBe(
    `<meta name="color-scheme" content="light"/><meta name="theme-color" content="#0b5b66"/><link rel="stylesheet" href="${path}"/>`,
  )
  const words = { headline: 'Ferry returns', socialHeadline: '' }
  const [own, before] = [look, DEFAULT_LOOK].map((each) => cardOf(words, DEFAULT_SETTINGS, each))
  if (own == null || before == null) throw new Error('no card')
  expect(cardPath(newId(), own).slice(-8)).not.toBe(cardPath(newId(), before).slice(-8))
  const { data } = await sharp(await drawCard(own))
    .extract({ left: 5, top: 5, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)]).toEqual([0x0b, 0x5b, 0x66])
})

test('whoever comes with a former address of the sheet gets what holds now, and may not keep it', async () => {
  await change({ accent: '#0b5b66' })
  const former = lookPath(await readLook()) ?? ''
  await change({ accent: '#24603a' }, { seen: { ...DEFAULT_LOOK, accent: '#0b5b66' } })
  const { text, kept } = await fetchSheet(former)
  expect(text).toContain('--accent:#24603a')
  expect(kept).toBeNull()
})

test('a logo is public while it is one, stands for the name, and is told to machines', async () => {
  const [first, second, dark] = [await aLogo(), await aLogo(320, 640), await aLogo()]
  expect(await findPublicPicture(first, 'w320.webp')).toBeNull()
  await change({ logo: first, logoDark: dark })
  expect(await findPublicPicture(first, 'w320.webp')).not.toBeNull()
  expect(await findPublicPicture(dark, 'w900.webp')).not.toBeNull()
  const look = await readLook()
  const name = renderToStaticMarkup(createElement(Nameplate, { name: 'The “Tide”', look }))
  expect(name).toBe(
    `<picture><source media="screen and (prefers-color-scheme: dark)" srcSet="/media/${dark}/w640.webp" width="640" height="213"/>` +
      `<img src="/media/${first}/w640.webp" width="640" height="213" alt="The “Tide”" fetchPriority="high"/></picture>`,
  )
  const data = newsArticle(publicArticle(everyNode()), DEFAULT_SETTINGS, 'https://paper.example', null, null, look.logo)
  expect(data).toMatchObject({
    publisher: {
      logo: { '@type': 'ImageObject', url: `https://paper.example/media/${first}/w900.webp`, width: 900, height: 300 },
    },
  })
  await change({ logo: second, logoDark: '' }, { seen: { ...DEFAULT_LOOK, logo: first, logoDark: dark } })
  expect(await findPublicPicture(first, 'w320.webp')).toBeNull()
  expect(await findPublicPicture(dark, 'w900.webp')).toBeNull()
  expect(await findPublicPicture(second, 'w320.webp')).not.toBeNull()
  expect(renderToStaticMarkup(createElement(Nameplate, { name: 'Tide', look: await readLook() }))).toMatch(
    /^<picture><img src="[^"]*w320/,
  )
  const events = await database().auditEvent.findMany({ where: { thingId: 'look.logo' }, orderBy: { id: 'asc' } })
  expect(events.map(({ detail }) => detail)).toEqual([
    { setting: 'logo', before: '', after: 'harbour-logo.png' },
    { setting: 'logo', before: 'harbour-logo.png', after: 'harbour-logo.png' },
  ])
})

test.each<[keyof LookSettings, string, string]>([
  ['accent', 'red', 'Write the colour as # and six digits'],
  ['accent', '#8f1d21;}body{display:none', 'Write the colour as # and six digits'],
  ['accent', '#ff8800', 'The nearest shade that has it is #'],
  ['accentDark', '#8f1d21', 'contrast of'],
  ['masthead', '#7b7b7b', 'with its words'],
  ['logo', 'not-an-id', 'Choose a picture.'],
  ['logo', '0190d3a4-0000-7000-8000-000000000000', 'This picture does not exist any more.'],
  ['type', 'Comic Sans', ''],
  ['scheme', 'dim', ''],
])('%s cannot be %j, and the field is told why', async (field, value, words) => {
  const refused = (async () => change({ [field]: value }))()
  await expect(refused).rejects.toMatchObject({
    code: 'INVALID',
    issues: [{ field, message: expect.stringContaining(words) }],
  })
  expect(await readLookSettings()).toEqual(DEFAULT_LOOK)
})

test('a picture that would be a blur is no logo', async () => {
  await expect(change({ logoDark: await aLogo(319, 100) })).rejects.toMatchObject({
    issues: [{ field: 'logoDark', message: 'This picture is 319 pixels wide. A logo needs 320, so that it is sharp.' }],
  })
})

test('of two who change the same colour the second is shown the other; who changes another does not meet them', async () => {
  const other = await aPerson('ADMINISTRATOR', 'Ola Winter')
  await change({ accent: '#0b5b66' }, { actor: other })
  expect(await change({ scheme: 'dark' })).toEqual({ kind: 'saved' })
  expect(await purgedBy(() => change({}))).toEqual([])
  expect(await change({ accent: '#24603a' })).toMatchObject({
    kind: 'clash',
    by: 'Ola Winter',
    standing: { accent: '#0b5b66', scheme: 'dark' },
  })
  expect(await readLookSettings()).toEqual({ ...DEFAULT_LOOK, accent: '#0b5b66', scheme: 'dark' })
})

test('nobody but an administrator changes the look', async () => {
  for (const role of ['REPORTER', 'EDITOR', 'LAWYER'] as const)
    await expect(change({ scheme: 'dark' }, { actor: await aPerson(role) })).rejects.toThrow(Forbidden)
  await expect(change({ scheme: 'dark' }, { actor: { kind: 'nobody' } })).rejects.toThrow(NotSignedIn)
  expect(await readLookSettings()).toEqual(DEFAULT_LOOK)
})

test('what the database has wrong is as if nobody had said it', async () => {
  await database().setting.createMany({
    data: [
      { key: 'look.accent', value: '#ffffff' },
      { key: 'look.logo', value: newId() },
      { key: 'look.masthead', value: 'url(https://elsewhere.example)' },
    ],
  })
  expect(lookPath(await readLook())).toBeNull()
})
