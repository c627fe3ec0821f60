import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/(site)/cards/[file]/route'
import { killArticle } from '@/lib/articles/kill-article'
import { findArticleByPath } from '@/lib/articles/readers'
import { saveField } from '@/lib/articles/save-field'
import { cardOf, cardPath } from '@/lib/cards/card-of'
import { drawCard } from '@/lib/cards/draw-card'
import { findSocialPicture } from '@/lib/cards/social-picture'
import { database } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { DEFAULT_LOOK } from '@/lib/look/look-settings'
import type { PersonActor } from '@/lib/policy/actor'
import { emptyRecording, recordInto } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { DEFAULT_SETTINGS } from '@/lib/settings/paper-settings'
import { anArticle, publishNow, retype } from '@/tests/support/articles'
import { aDocument } from '@/tests/support/documents'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let editor: PersonActor
let section: { id: string; slug: string }

beforeAll(async () => {
  editor = await aPerson('EDITOR')
  section = await aSection()
})

async function draft(headline: string): Promise<string> {
  return anArticle(editor, { document: aDocument(headline), sectionId: section.id })
}

async function published(headline: string): Promise<{ id: string; path: string }> {
  const id = await draft(headline)
  return { id, path: (await publishNow(editor, id)).path }
}

async function ask(file: string) {
  const recording = emptyRecording()
  const response = await recordInto(recording, () =>
    GET(new Request('http://localhost'), { params: Promise.resolve({ file }) }),
  )
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: Buffer.from(await response.arrayBuffer()),
    recording,
  }
}

/** What networks are told to show of a public article. */
async function shown(path: string) {
  const [, sectionSlug = '', slug = ''] = path.split('/')
  const found = await findArticleByPath(sectionSlug, slug)
  if (found.kind !== 'live') throw new Error(found.kind)
  return findSocialPicture(found.article, DEFAULT_SETTINGS, DEFAULT_LOOK)
}

const card = (headline: string, more: { direction?: 'ltr' | 'rtl'; paper?: string } = {}) =>
  drawCard({ headline, paper: DEFAULT_SETTINGS.name, direction: 'ltr', accent: DEFAULT_LOOK.accent, ...more })

/** The columns, from the left, in which the headline stands. */
async function inkOf(png: Buffer): Promise<{ left: number; right: number; bottom: number }> {
  const top = 180
  const { data, info } = await sharp(png)
    .extract({ left: 0, top, width: 1200, height: 630 - top })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const dark = [...data.keys()].filter((index) => (data[index] ?? 255) < 100)
  const columns = dark.map((index) => index % info.width)
  return {
    left: Math.min(...columns),
    right: Math.max(...columns),
    bottom: top + Math.floor((dark.at(-1) ?? 0) / info.width),
  }
}

describe('The card of an article', () => {
  test('is drawn from the edition that readers have, and changes when its headline does', async () => {
    const { id, path } = await published('Ferry returns')
    const before = await ask(`${id}.png`)
    expect(before).toMatchObject({ status: 200, type: 'image/png' })
    expect(await sharp(before.bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(before.bytes.equals(await card('Ferry returns'))).toBe(true)
    expect(before.recording.tags).toEqual(new Set([tag.settings, tag.article(id)]))
    const first = await shown(path)
    expect(first).toMatchObject({ width: 1200, height: 630, alt: 'Ferry returns' })
    expect(first?.path).toMatch(new RegExp(`^/cards/${id}\\.png\\?v=[\\w-]{8}$`))
    await retype(editor, id, 0, 'Canary of a draft')
    expect((await ask(`${id}.png`)).bytes.equals(before.bytes)).toBe(true)
    expect(await shown(path)).toEqual(first)
    await publishNow(editor, id)
    expect((await ask(`${id}.png`)).bytes.equals(await card('Canary of a draft'))).toBe(true)
    expect((await shown(path))?.path).not.toBe(first?.path)
  })

  test('is there for nothing that is not public', async () => {
    const [secret, killed] = [await draft('Canary of a draft'), await published('Canary of a killing')]
    await killArticle(editor, { articleId: killed.id, reason: 'A court forbade it.' })
    const answers = await Promise.all(
      [`${secret}.png`, `${killed.id}.png`, `${newId()}.png`, 'no.png', secret, `${secret}.png.png`].map(ask),
    )
    for (const { status, bytes } of answers) {
      expect(status).toBe(404)
      expect(bytes.toString()).toBe('There is no such card.\n')
    }
    expect(answers[0]?.recording.tags).toContain(tag.everything)
  })

  test('gives way to the article’s own picture where that is wide enough', async () => {
    const withPicture = async (widths: number[]) => {
      const id = await draft(`Gulls leave ${widths}`)
      const mediaId = newId()
      const asset = { fileName: 'a.png', width: 3000, height: 1500, widths, createdAt: new Date() }
      await database().mediaAsset.create({ data: { id: mediaId, uploadedById: editor.id, ...asset } })
      const value = { mediaId, alt: 'A gull', caption: '', credit: 'Ana' }
      await saveField(editor, { articleId: id, field: 'mainImage', value, baseVersion: 0 })
      return { mediaId, ...(await shown((await publishNow(editor, id)).path)) }
    }
    const wide = await withPicture([320, 640, 960, 1440, 2048])
    expect(wide).toMatchObject({ path: `/media/${wide.mediaId}/w1440.webp`, width: 1440, height: 720, alt: 'A gull' })
    const middling = await withPicture([320, 640])
    expect(middling.path).toBe(`/media/${middling.mediaId}/w640.webp`)
    expect((await withPicture([320])).path).toMatch(/^\/cards\//)
  })
})

describe('A headline', () => {
  test('stands on the side on which the paper’s language begins', async () => {
    const ltr = await inkOf(await card('Ferry'))
    const rtl = await inkOf(await card('العبّارة', { direction: 'rtl', paper: 'النهر' }))
    expect(ltr.left).toBeLessThan(100)
    expect(ltr.right).toBeLessThan(600)
    expect(rtl.right).toBeGreaterThan(1_100)
    expect(rtl.left).toBeGreaterThan(600)
  })

  test('that is too long ends in an ellipsis, inside the card, also where it is one word', async () => {
    const words = Array.from({ length: 80 }, (_, index) => `word${index}`)
    for (const [long, longer] of [
      [words.join(' '), [...words, 'more'].join(' ')],
      ['م'.repeat(600), 'م'.repeat(601)],
      ['x'.repeat(600), 'x'.repeat(601)],
    ] as const) {
      const png = await card(long)
      // What was left out leaves no trace.
      expect(png.equals(await card(longer))).toBe(true)
      const { right, bottom } = await inkOf(png)
      expect(right).toBeLessThanOrEqual(1_120)
      expect(bottom).toBeLessThan(590)
    }
  })

  test('is words and no markup, whatever stands in it', async () => {
    const drawn = await Promise.all(
      [
        'A <b>bold</b> & “odd” one',
        'A bold & “odd” one',
        '</span><span size="1">',
        '%s 100 % &amp;',
        'e\u0301\u200f!',
      ].map((headline) => card(headline)),
    )
    expect(new Set(drawn.map((png) => png.toString('base64'))).size).toBe(drawn.length)
  })

  test('that our fonts have no letters for has no card, rather than one with boxes', () => {
    const metadata = (headline: string) => ({ headline, socialHeadline: '' })
    for (const headline of ['渡轮回来了', 'フェリー', '!!!', '🎉', ''])
      expect(cardOf(metadata(headline), DEFAULT_SETTINGS, DEFAULT_LOOK), headline).toBeNull()
    for (const headline of ['Ferry 🎉', 'Паром', 'Πλοίο', 'Phà', 'العبّارة', 'המעבורת', 'Żółw'])
      expect(cardOf(metadata(headline), DEFAULT_SETTINGS, DEFAULT_LOOK), headline).not.toBeNull()
  })

  test('for social networks stands on the card in the place of the other', () => {
    const found = cardOf({ headline: 'Long one', socialHeadline: 'Short one' }, DEFAULT_SETTINGS, DEFAULT_LOOK)
    expect(found?.headline).toBe('Short one')
    if (found === null) return
    expect(cardPath('1', found)).not.toBe(cardPath('1', { ...found, paper: 'Another' }))
  })
})
