import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Banner, putBanner } from './banner'
import type { Rendered } from './render'
import type { HeaderPair } from './security-headers'
import { withoutSharing } from './sharing'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Bytes ready to be sent, with their head as a flat list of names and values. */
type Body = { bytes: Buffer; head: readonly string[]; bareHead: readonly string[] }

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

/** Below this, compressing costs more than it saves. */
const fewestBytes = 256
const compressible =
  /^(?:text\/|image\/svg|application\/(?:json|xml|javascript|manifest)|[a-z]+\/[a-z0-9.-]+\+(?:json|xml))/i

/** Brotli's slow levels are worth it for what is asked for often; beyond this size even its best takes seconds. */
const quickQuality = 5
const bestQuality = 11
const goodQuality = 9
const mostBytesForBest = 200_000

/**
 * One public answer in every encoding. Each encoding is made once, when it is first asked for, and a better brotli when
 * `improve` is called.
 */
export class Answer {
  readonly status: number
  readonly #mark: string
  readonly #head: HeaderPair[]
  readonly #isCompressible: boolean
  readonly #firstQuality: number
  readonly #bodies = new Map<Encoding, Body>()
  readonly #beingMade = new Map<Encoding, Promise<Body>>()
  readonly #rendered: Omit<Rendered, 'body'>
  readonly #common: readonly HeaderPair[]
  #wearing: { banner: Banner; answer: Answer } | undefined

  /** @param common headers that every public answer carries */
  constructor(rendered: Rendered, common: readonly HeaderPair[]) {
    this.status = rendered.status
    const { body: _, ...withoutBody } = rendered
    this.#rendered = withoutBody
    this.#common = common
    this.#head = [...Object.entries(rendered.headers), ...common]
    this.#isCompressible =
      rendered.body.length >= fewestBytes && compressible.test(rendered.headers['content-type'] ?? '')
    this.#firstQuality = isStyleOfBuild(rendered) ? bestQuality : quickQuality
    this.#mark = createHash('sha256')
      .update(rendered.headers['content-type'] ?? '')
      .update('\0')
      .update(rendered.body)
      .digest('base64url')
      .slice(0, 22)
    this.#bodies.set('identity', this.#toBody('identity', rendered.body, ''))
  }

  /** Bytes of memory, roughly. */
  get size(): number {
    let size = 2_048
    for (const body of this.#bodies.values()) size += body.bytes.length
    return size + (this.#wearing === undefined || this.#wearing.answer === this ? 0 : this.#wearing.answer.size)
  }

  /**
   * The same answer with a banner in its place, made once for each banner: other bytes, so another ETag and other compressed bodies.
   * Without a banner, and where there is no room for one, it is this answer, whose bytes stay for afterwards.
   *
   * @returns what to send, and whether it was made just now
   */
  wear(banner: Banner | null, path: string): { answer: Answer; isNew: boolean } {
    if (banner === null) {
      const wasWorn = this.#wearing !== undefined
      this.#wearing = undefined
      return { answer: this, isNew: wasWorn }
    }
    if (this.#wearing?.banner === banner) return { answer: this.#wearing.answer, isNew: false }
    const plain = this.#bodies.get('identity')?.bytes ?? Buffer.alloc(0)
    const body = putBanner(plain, path === banner.path ? banner.htmlThere : banner.html)
    const answer = body === null ? this : new Answer({ ...this.#rendered, body }, withoutSharing(this.#common))
    this.#wearing = { banner, answer }
    return { answer, isNew: answer !== this }
  }

  /** The body in an encoding if it is there, or in none if this answer has no use for it. */
  ready(encoding: Encoding): Body | undefined {
    return this.#bodies.get(this.#isCompressible ? encoding : 'identity')
  }

  /** The same, made when it is not there yet; made once, however many ask. */
  async body(encoding: Encoding): Promise<Body> {
    const there = this.ready(encoding)
    if (there) return there
    const making = this.#beingMade.get(encoding) ?? this.#make(encoding)
    this.#beingMade.set(encoding, making)
    return making
  }

  async compressAll(): Promise<void> {
    await Promise.all([this.body('gzip'), this.body('br')])
  }

  /** Compresses harder, for an answer that has turned out to be read a lot. */
  async improve(): Promise<void> {
    if (!this.#isCompressible) return
    const plain = await this.body('identity')
    const quality = plain.bytes.length > mostBytesForBest ? goodQuality : bestQuality
    const current = await this.body('br')
    const bytes = await compressBrotli(plain.bytes, brotliOptions(quality, plain.bytes.length))
    if (bytes.length < current.bytes.length) this.#bodies.set('br', this.#toBody('br', bytes, `-br${quality}`))
  }

  /** @param ifNoneMatch the header as the reader sent it (RFC 9110, 13.1.2: weak comparison) */
  isKnownTo(ifNoneMatch: string): boolean {
    // The mark is 132 bits of a hash of the content: a reader that names it, in whichever encoding, has this content.
    return this.status === 200 && (ifNoneMatch.includes(`"${this.#mark}`) || ifNoneMatch.trim() === '*')
  }

  async #make(encoding: Encoding): Promise<Body> {
    const plain = this.#bodies.get('identity')?.bytes ?? Buffer.alloc(0)
    const bytes =
      encoding === 'gzip'
        ? await compressGzip(plain, { level: 6 })
        : await compressBrotli(plain, brotliOptions(this.#firstQuality, plain.length))
    const body = this.#toBody(encoding, bytes, `-${encoding}`)
    this.#bodies.set(encoding, body)
    this.#beingMade.delete(encoding)
    return body
  }

  /** A strong ETag names bytes, so each encoding has its own. */
  #toBody(encoding: Encoding, bytes: Buffer, suffix: string): Body {
    const bareHead = [...this.#head.flat(), 'ETag', `"${this.#mark}${suffix}"`]
    if (this.#isCompressible || encoding !== 'identity') bareHead.push('Vary', 'Accept-Encoding')
    const head = [...bareHead]
    if (encoding !== 'identity') head.push('Content-Encoding', encoding)
    head.push('Content-Length', String(bytes.length))
    return { bytes, head, bareHead }
  }
}

/** Every reader's first page waits for it, and it is made once: it is worth its twenty-five milliseconds at once. */
function isStyleOfBuild({ headers, body }: Rendered): boolean {
  const isOfBuild = /\bimmutable\b/.test(headers['cache-control'] ?? '')
  return isOfBuild && body.length <= mostBytesForBest && /^text\/css/.test(headers['content-type'] ?? '')
}

function brotliOptions(quality: number, size: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  }
}

const preferences = new Map<string, Encoding>()

/** The best encoding that a reader takes (RFC 9110, 12.5.3). */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity'
  const known = preferences.get(acceptEncoding)
  if (known) return known
  const chosen = readPreference(acceptEncoding)
  // Readers send a handful of these; who sends others does not get to fill the memory.
  if (preferences.size < 100) preferences.set(acceptEncoding, chosen)
  return chosen
}

function readPreference(acceptEncoding: string): Encoding {
  const weights = new Map<string, number>()
  for (const item of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)) || 0)
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  const [br, zipped] = [weightOf('br'), weightOf('gzip')]
  if (br > 0 && br >= zipped) return 'br'
  return zipped > 0 ? 'gzip' : 'identity'
}
