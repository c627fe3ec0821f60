import type { Origin } from '@/lib/document/attribution'
import type { DocumentJson } from '@/lib/document/document'

/** What a piece of text may carry: where its words lead, who said them, how they are set. */
type Mark =
  | { type: 'link'; target: Target }
  | { type: 'quote'; speaker: string; origin: Origin }
  | { type: 'annotation'; explanation: string }
  | { type: 'bold' }
  | { type: 'italic' }
type Piece = { words: string; marks: readonly Mark[]; isNote?: true }
export type Inline = string | readonly Piece[]
type Target = { kind: 'article'; key: string } | { kind: 'web'; url: string }

/** The blocks of an article as its file writes them: keys where the document will have ids, days where it will have instants. */
export type Block =
  | { type: 'paragraph'; inline: readonly Inline[] }
  | { type: 'crosshead'; words: string }
  | { type: 'bulletedList' | 'numberedList'; items: readonly (readonly Inline[])[] }
  | { type: 'quotation'; by: Speaker; paragraphs: readonly string[] }
  | { type: 'pullQuote'; by: Speaker; words: string }
  | { type: 'image'; picture: string }
  | { type: 'divider' }
  | { type: 'readMore'; article: string }
  | { type: 'related'; articles: readonly string[] }
  | { type: 'newsletterSignUp'; newsletter: string; pitch: string }
  | { type: 'socialPost'; by: Poster; paragraphs: readonly string[] }
  | { type: 'keyPoints'; points: readonly string[] }
  | { type: 'factBox'; heading: string; paragraphs: readonly (readonly Inline[])[] }
  | { type: 'timeline'; heading: string; entries: readonly (readonly [when: string, words: string])[] }
  | { type: 'questionAndAnswer'; heading: string; pairs: readonly (readonly [question: string, answer: string])[] }
  | { type: 'table'; caption: string; rows: readonly (readonly Inline[])[] }

/** Where we have the words from: an interview, unless it is said. */
type Speaker = { speaker: string; role?: string; origin?: Origin }
/** `at` is a time of day in the paper's zone, so many days before publication. */
type Poster = { author: string; handle: string; network: string; url: string; daysBefore: number; at: string }

export const to = (key: string): Target => ({ kind: 'article', key })
export const web = (url: string): Target => ({ kind: 'web', url })

export const link = (words: string, target: Target): Inline => [{ words, marks: [{ type: 'link', target }] }]
/** Words inside prose, quotation marks included, and who said them. */
export const said = (speaker: string, words: string, origin: Origin = 'interview'): Inline => [
  { words, marks: [{ type: 'quote', speaker, origin }] },
]
/** Words that open an explanation. */
export const explained = (words: string, explanation: string): Inline => [
  { words, marks: [{ type: 'annotation', explanation }] },
]
/** Several pieces where one is asked for. */
export const run = (...parts: Inline[]): Inline =>
  parts.flatMap((part) => (typeof part === 'string' ? [{ words: part, marks: [] }] : part))
/** A footnote to the words before it. */
export const note = (words: string): Inline => [{ words, marks: [], isNote: true }]
export const bold = (words: string): Inline => [{ words, marks: [{ type: 'bold' }] }]
export const italic = (words: string): Inline => [{ words, marks: [{ type: 'italic' }] }]

/** A paragraph. `{day}` is the weekday of publication, `{day-2}` and `{day+3}` the days around it. */
export const p = (...inline: Inline[]): Block => ({ type: 'paragraph', inline })
export const crosshead = (words: string): Block => ({ type: 'crosshead', words })
export const bullets = (...items: Inline[][]): Block => ({ type: 'bulletedList', items })
export const numbers = (...items: Inline[][]): Block => ({ type: 'numberedList', items })
export const quotation = (by: Speaker, ...paragraphs: string[]): Block => ({ type: 'quotation', by, paragraphs })
export const pullQuote = (by: Speaker, words: string): Block => ({ type: 'pullQuote', by, words })
export const image = (picture: string): Block => ({ type: 'image', picture })
export const divider = (): Block => ({ type: 'divider' })
export const readMore = (article: string): Block => ({ type: 'readMore', article })
export const related = (...articles: string[]): Block => ({ type: 'related', articles })
export const signUp = (newsletter: string, pitch: string): Block => ({ type: 'newsletterSignUp', newsletter, pitch })
export const post = (by: Poster, ...paragraphs: string[]): Block => ({ type: 'socialPost', by, paragraphs })

export const keyPoints = (...points: string[]): Block => ({ type: 'keyPoints', points })
export const factBox = (heading: string, ...paragraphs: Inline[][]): Block => ({ type: 'factBox', heading, paragraphs })
export const timeline = (heading: string, ...entries: [when: string, words: string][]): Block => ({
  type: 'timeline',
  heading,
  entries,
})
export const questions = (heading: string, ...pairs: [question: string, answer: string][]): Block => ({
  type: 'questionAndAnswer',
  heading,
  pairs,
})
/** The first row names the columns. */
export const table = (caption: string, ...rows: Inline[][]): Block => ({ type: 'table', caption, rows })

/** Ids for keys, and when the article was (or would be) published. */
export type Known = {
  articleId(key: string): string
  newsletterId(slug: string): string
  picture(key: string): { mediaId: string; alt: string; caption: string; credit: string }
  publishedAt: Date
  /** The day on which people said what it quotes; the empty text where nobody has noted that. */
  saidOn: string
  language: string
  timeZone: string
}

/** The document that an article's file describes. */
export function buildDocument(
  of: { headline: string; standfirst: string; body: readonly Block[] },
  known: Known,
): DocumentJson {
  return {
    type: 'doc',
    content: [
      node('headline', [text(of.headline)]),
      node('standfirst', [text(of.standfirst)]),
      ...buildBlocks(of.body, known),
    ],
  }
}

/** A document with its titles and an empty paragraph. */
export function buildTitles(of: { headline: string; standfirst: string }): DocumentJson {
  const titles = [node('headline', [text(of.headline)]), node('standfirst', [text(of.standfirst)])]
  return { type: 'doc', content: [...titles, { type: 'paragraph' }] }
}

export function buildBlocks(blocks: readonly Block[], known: Known): unknown[] {
  return blocks.map((block) => build(block, known))
}

function build(block: Block, known: Known): unknown {
  const words = (plain: string) => [text(dated(plain, known))]
  const paragraph = (plain: string) => node('paragraph', words(plain))
  switch (block.type) {
    case 'paragraph':
      return node('paragraph', inlineOf(block.inline, known))
    case 'crosshead':
      return node('crosshead', words(block.words))
    case 'bulletedList':
    case 'numberedList':
      return node(
        block.type,
        block.items.map((item) => node('listItem', [node('paragraph', inlineOf(item, known))])),
      )
    case 'quotation':
      return node('quotation', block.paragraphs.map(paragraph), speakerOf(block.by, known))
    case 'pullQuote':
      return node('pullQuote', words(block.words), speakerOf(block.by, known))
    case 'image':
      return { type: 'image', attrs: { ...known.picture(block.picture), isDecorative: false } }
    case 'divider':
      return { type: 'divider' }
    case 'readMore':
      return { type: 'readMore', attrs: { articleId: known.articleId(block.article) } }
    case 'related':
      return { type: 'related', attrs: { articleIds: block.articles.map(known.articleId) } }
    case 'newsletterSignUp':
      return {
        type: 'newsletterSignUp',
        attrs: { newsletterId: known.newsletterId(block.newsletter), pitch: block.pitch },
      }
    case 'socialPost': {
      const { daysBefore, at, ...by } = block.by
      return node('socialPost', block.paragraphs.map(paragraph), { ...by, postedAt: instantOf(daysBefore, at, known) })
    }
    case 'keyPoints':
      return node(
        'keyPoints',
        block.points.map((point) => node('keyPoint', words(point))),
      )
    case 'factBox':
      return node(
        'factBox',
        block.paragraphs.map((inline) => node('paragraph', inlineOf(inline, known))),
        { heading: block.heading },
      )
    case 'timeline':
      return node(
        'timeline',
        block.entries.map(([when, happened]) =>
          node('timelineEntry', [paragraph(happened)], { when: dated(when, known) }),
        ),
        { heading: block.heading },
      )
    case 'questionAndAnswer':
      return node(
        'questionAndAnswer',
        block.pairs.map(([question, answer]) =>
          node('questionEntry', [node('question', words(question)), paragraph(answer)]),
        ),
        { heading: block.heading },
      )
    case 'table':
      return node(
        'table',
        block.rows.map((row, index) =>
          node(
            'tableRow',
            row.map((cell) => node(index === 0 ? 'tableHeader' : 'tableCell', inlineOf([cell], known))),
          ),
        ),
        { caption: block.caption },
      )
  }
}

function inlineOf(inline: readonly Inline[], known: Known): unknown[] {
  const pieces = inline.flatMap((part): readonly Piece[] =>
    typeof part === 'string' ? [{ words: part, marks: [] }] : part,
  )
  return pieces.map(({ words, marks, isNote }) => {
    const piece = text(
      dated(words, known),
      marks.map((mark) => markOf(mark, known)),
    )
    return isNote ? node('footnote', [piece]) : piece
  })
}

/** What nobody has noted the day of, they have not noted the origin of either. */
function speakerOf({ speaker, role = '', origin = 'interview' }: Speaker, { saidOn }: Known): object {
  return { speaker, role, saidOn, origin: saidOn === '' ? '' : origin }
}

function markOf(mark: Mark, known: Known): object {
  if (mark.type === 'quote') {
    const { role: _, ...attrs } = speakerOf(mark, known) as Record<string, unknown>
    return { type: 'quote', attrs }
  }
  if (mark.type === 'annotation') return { type: 'annotation', attrs: { explanation: mark.explanation } }
  if (mark.type !== 'link') return { type: mark.type }
  const { target } = mark
  return target.kind === 'web'
    ? { type: 'link', attrs: { articleId: null, href: target.url } }
    : { type: 'link', attrs: { articleId: known.articleId(target.key), href: null } }
}

function dated(words: string, { publishedAt, language, timeZone }: Known): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone })
  return words.replace(/\{day([+-]\d+)?\}/g, (_, days: string | undefined) =>
    weekday.format(publishedAt.getTime() + Number(days ?? 0) * 86_400_000),
  )
}

/** "23:47" of the paper's clock, `daysBefore` days before publication, as an instant. */
function instantOf(daysBefore: number, at: string, { publishedAt, timeZone }: Known): string {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const asIfUtc = (instant: number) => Date.parse(`${local.format(instant).replace(' ', 'T')}Z`)
  const day = local.format(publishedAt.getTime() - daysBefore * 86_400_000).slice(0, 10)
  const wanted = Date.parse(`${day}T${at}:00Z`)
  return new Date(wanted - (asIfUtc(wanted) - wanted)).toISOString()
}

function node(type: string, content: unknown[], attrs?: object): object {
  return attrs === undefined ? { type, content } : { type, attrs, content }
}

function text(words: string, marks: readonly object[] = []): object {
  return marks.length === 0 ? { type: 'text', text: words } : { type: 'text', text: words, marks }
}
