import { Parser } from 'htmlparser2'

const MOST_CHARACTERS = 300

/** What a page calls itself and its site, in plain words: og:title before `<title>`. Null where it does not say. */
export function titleOfPage(html: string): { title: string | null; siteName: string | null } {
  const meta = new Map<string, string>()
  let title = ''
  let isInTitle = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title' && title === '') isInTitle = true
        const key = (attributes.property ?? attributes.name ?? '').toLowerCase()
        if (name === 'meta' && !meta.has(key)) meta.set(key, attributes.content ?? '')
      },
      ontext(text) {
        if (isInTitle) title += text
      },
      onclosetag(name) {
        if (name === 'title') isInTitle = false
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return { title: tidy(meta.get('og:title')) ?? tidy(title), siteName: tidy(meta.get('og:site_name')) }
}

function tidy(text: string | undefined): string | null {
  const words = (text ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return words === '' ? null : [...words].slice(0, MOST_CHARACTERS).join('').trim()
}
