import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { saveField } from '@/lib/articles/save-field'
import { unpublishArticle } from '@/lib/articles/unpublish-article'
import { Invalid, NotSignedIn, TooLarge } from '@/lib/errors'
import { findNewsroomPicture, findPublicPicture } from '@/lib/media/find-picture'
import { listPictures } from '@/lib/media/list-pictures'
import { readRendition } from '@/lib/media/picture-files'
import { storePicture } from '@/lib/media/store-picture'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle, publishNow } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

const corpus = path.join(import.meta.dirname, '../../../../shared/corpora/images')

let reporter: PersonActor
let editor: PersonActor

beforeAll(async () => {
  reporter = await aPerson('REPORTER')
  editor = await aPerson('EDITOR')
})

function aPicture(width = 800, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer()
}

const store = (bytes: Uint8Array, fileName = 'a.jpg') => storePicture(reporter, { bytes, fileName })

describe('Pictures', () => {
  test('are encoded anew in several widths, never wider than they are', async () => {
    const stored = await store(await aPicture())
    expect(stored).toMatchObject({ width: 800, height: 600, widths: [320, 640, 800] })
    const rendition = await readRendition(stored.id, 'w320.webp')
    expect(await sharp(rendition as Buffer).metadata()).toMatchObject({ format: 'webp', width: 320, height: 240 })
    expect((await listPictures(reporter)).pictures[0]).toMatchObject({ id: stored.id, fileName: 'a.jpg' })
  })

  test('lose what a camera wrote into them and are turned upright', async () => {
    const bytes = await sharp(await aPicture(400, 200))
      .withExif({ IFD3: { GPSLatitudeRef: 'N' }, IFD0: { Copyright: 'CANARY' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const stored = await store(bytes)
    expect(stored).toMatchObject({ width: 200, height: 400 })
    const rendition = (await readRendition(stored.id, 'w200.webp')) as Buffer
    expect(rendition.includes('CANARY')).toBe(false)
    expect((await sharp(rendition).metadata()).exif).toBeUndefined()
  })

  test.each([
    ['text that calls itself a picture', Buffer.from('<html>hello</html>')],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'),
    ],
    ['nothing', Buffer.alloc(0)],
    ['half a JPEG', Buffer.from('ffd8ffe000104a46494600010100', 'hex')],
  ])('%s is refused with a sentence', async (_, bytes) => {
    await expect(store(bytes)).rejects.toThrow(Invalid)
  })

  test('more bytes than we take are refused', async () => {
    await expect(store(Buffer.alloc(25_000_001))).rejects.toThrow(TooLarge)
  })

  test('nobody uploads', async () => {
    await expect(storePicture({ kind: 'nobody' }, { bytes: await aPicture(), fileName: 'a' })).rejects.toThrow(
      NotSignedIn,
    )
  })

  test('a name can never leave the folder', async () => {
    const stored = await store(await aPicture(), '../../../etc/passwd')
    expect((await listPictures(reporter)).pictures.find(({ id }) => id === stored.id)?.fileName).toBe('......etcpasswd')
    for (const name of ['../w320.webp', 'w320.webp/..', '/etc/passwd', 'w320.webp\0', 'W320.webp']) {
      expect(await readRendition(stored.id, name)).toBeNull()
    }
    expect(await readRendition('..', 'w320.webp')).toBeNull()
  })

  test('readers get a picture while a live article shows it, and not before or after', async () => {
    const { id: mediaId } = await store(await aPicture())
    const section = await aSection()
    const articleId = await anArticle(reporter, { sectionId: section.id })
    await saveField(reporter, {
      articleId,
      field: 'mainImage',
      value: { mediaId, alt: 'A quay', caption: '', credit: 'Us' },
      baseVersion: 0,
    })
    expect(await findPublicPicture(mediaId, 'w320.webp')).toBeNull()
    expect(await findNewsroomPicture({ kind: 'nobody' }, mediaId, 'w320.webp')).toBeNull()
    expect(await findNewsroomPicture(editor, mediaId, 'w320.webp')).not.toBeNull()
    await publishNow(editor, articleId)
    expect(await findPublicPicture(mediaId, 'w320.webp')).not.toBeNull()
    await unpublishArticle(editor, { articleId, reason: 'No rights.' })
    expect(await findPublicPicture(mediaId, 'w320.webp')).toBeNull()
  })

  test.skipIf(!existsSync(corpus))('hostile and damaged files of the corpus are refused, good ones taken', async () => {
    const hostile = readdirSync(path.join(corpus, 'hostile')).map((name) => path.join(corpus, 'hostile', name))
    const suite = readdirSync(path.join(corpus, 'pngsuite')).filter((name) => name.endsWith('.png'))
    const outcomes = new Map<string, string>()
    for (const file of hostile) outcomes.set(path.basename(file), await outcome(readFileSync(file)))
    for (const name of suite.filter((_, index) => index % 8 === 0))
      outcomes.set(name, await outcome(readFileSync(path.join(corpus, 'pngsuite', name))))
    for (const name of suite.filter((file) => file.startsWith('x')))
      outcomes.set(name, await outcome(readFileSync(path.join(corpus, 'pngsuite', name))))
    expect([...outcomes].filter(([, how]) => how === 'broke')).toEqual([])
    expect([...outcomes].filter(([name, how]) => /^x.*png$/.test(name) && how === 'taken')).toEqual([])
    expect(
      [...outcomes].filter(([name, how]) => /^[a-w].*png$/.test(name) && how !== 'taken' && suite.includes(name)),
    ).toEqual([])
    expect([...outcomes].filter(([name, how]) => name.endsWith('.svg') && how === 'taken')).toEqual([])
  })
})

async function outcome(bytes: Buffer): Promise<'taken' | 'refused' | 'broke'> {
  try {
    await store(bytes)
    return 'taken'
  } catch (error) {
    return error instanceof Invalid || error instanceof TooLarge ? 'refused' : 'broke'
  }
}
