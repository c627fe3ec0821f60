import { Parser } from 'htmlparser2'

const MOST_CHARACTERS = 5_000

/** What is in these was never meant to be read. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'])

/**
 * The words that a provider quotes, as plain text: the paragraphs of its `<blockquote>`, or what stands in it outside of
 * links when it has none. Paragraphs are parted by an empty line, lines by a line end. No markup is kept.
 *
 * @returns postedAt as ISO 8601 in UTC, or empty: only what a machine can read is believed
 */
export function wordsOfHtml(html: string): { words: string; postedAt: string } {
  let inParagraphs = ''
  let loose = ''
  let postedAt = ''
  let unread: string[] = []
  const open = { blockquote: 0, p: 0, a: 0 }
  const isCounted = (name: string): name is keyof typeof open => Object.hasOwn(open, name)
  const write = (text: string) => {
    if (unread.length > 0 || open.blockquote === 0) return
    if (open.p > 0) inParagraphs += text
    else if (open.a === 0) loose += text
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (UNREAD.has(name)) unread.push(name)
        if (name === 'p') write('\n\n')
        if (isCounted(name)) open[name] += 1
        if (name === 'p') write('\n\n')
        if (name === 'br') write('\n')
        if (name === 'time' && postedAt === '') postedAt = instantIn(attributes.datetime ?? '')
      },
      ontext: (text) => write(text.replace(/\s+/g, ' ')),
      onclosetag(name) {
        if (UNREAD.has(name)) unread = unread.slice(0, -1)
        if (isCounted(name)) open[name] = Math.max(0, open[name] - 1)
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return { words: tidy(inParagraphs) || tidy(loose), postedAt }
}

/** Only a time with its zone is an instant. */
function instantIn(text: string): string {
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || Number.isNaN(Date.parse(text))) return ''
  return new Date(text).toISOString()
}

function tidy(text: string): string {
  const lines = text
    .replace(/[^\P{C}\n\u200d]/gu, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
  const words = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return [...words].slice(0, MOST_CHARACTERS).join('').trim()
}
