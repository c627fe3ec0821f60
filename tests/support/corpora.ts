import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url))
const OWN = fileURLToPath(new URL('./paste/', import.meta.url))
const GOLDEN = fileURLToPath(new URL('../golden/paste/', import.meta.url))

type PasteCase = { name: string; html: string; golden: string }

/** HTML that this project wrote, as Word, Google Docs and web pages put it on the clipboard, and what should come of it. */
export function ownPastes(): PasteCase[] {
  return namesIn(OWN, '.clipboard').map((name) => ({
    name,
    html: readFileSync(`${OWN}${name}.clipboard`, 'utf8'),
    golden: readFileSync(`${OWN}${name}.txt`, 'utf8'),
  }))
}

/** The same of others, or null, said aloud, where the corpora are not there. */
export function foreignPastes(): PasteCase[] | null {
  const folder = `${CORPORA}paste/`
  if (isMissing(folder)) return null
  return namesIn(folder, '.html').map((name) => ({
    name,
    html: readFileSync(`${folder}${name}.html`, 'utf8'),
    golden: readFileSync(`${GOLDEN}${name}.txt`, 'utf8'),
  }))
}

/** HTML that is after something, or null, said aloud, where the corpora are not there. */
export function hostileHtml(): { name: string; html: string }[] | null {
  const file = `${CORPORA}html/html5lib-sanitizer-tests.dat`
  if (isMissing(file)) return null
  // JSON with comments and without some of its commas: only these two of its fields are asked for.
  const text = '"(?:[^"\\\\]|\\\\.)*"'
  const cases = readFileSync(file, 'utf8').matchAll(new RegExp(`"name":\\s*(${text}),\\s*"input":\\s*(${text})`, 'g'))
  return [...cases].map(([, name = '""', html = '""']) => ({ name: JSON.parse(name), html: JSON.parse(html) }))
}

/** What is known to trouble programs that take text, or null, said aloud, where the corpora are not there. */
export function naughtyStrings(): string[] | null {
  const file = `${CORPORA}html/naughty-strings.json`
  return isMissing(file) ? null : (JSON.parse(readFileSync(file, 'utf8')) as string[])
}

/** The schemas of sitemaps, by their file names, or null, said aloud, where the corpora are not there. */
export function sitemapSchemas(): { fileName: string; contents: string }[] | null {
  const folder = `${CORPORA}xsd/`
  if (isMissing(folder)) return null
  return ['sitemap.xsd', 'siteindex.xsd', 'sitemap-image-old.xsd', 'sitemap-news-old.xsd'].map((fileName) => ({
    fileName,
    contents: readFileSync(folder + fileName, 'utf8'),
  }))
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()
}

function isMissing(path: string): boolean {
  if (existsSync(path)) return false
  console.warn(`Skipped: there is no ${path}`)
  return true
}
