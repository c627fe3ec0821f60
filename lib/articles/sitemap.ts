import { xmlText } from '../feeds/xml-text'
import type { Settings } from '../settings/settings'
import type { NewsEntry, SitemapEntry } from './sitemap-readers'

const IMAGES = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'

/** One sitemap file (sitemaps.org, protocol 0.9), with the pictures of each page. @param origin scheme, host and port of the site */
export function printSitemap(entries: readonly SitemapEntry[], origin: string): string {
  const urls = entries.map(({ path, changedAt, pictures }) => {
    const lastmod = changedAt === null ? '' : `<lastmod>${changedAt.toISOString()}</lastmod>`
    const images = pictures.map((picture) => `<image:image>${locOf(origin + picture, 'image:loc')}</image:image>`)
    return `<url>${locOf(origin + path)}${lastmod}${images.join('')}</url>`
  })
  return wrap('urlset', urls, IMAGES)
}

/** What is new, as search engines for news read it. With nothing in it, it is an empty list: they take that. */
export function printNewsSitemap(
  entries: readonly NewsEntry[],
  { name, language }: Pick<Settings, 'name' | 'language'>,
  origin: string,
): string {
  const publication =
    `<news:publication><news:name>${escapeXml(name)}</news:name>` +
    `<news:language>${newsLanguage(language)}</news:language></news:publication>`
  const urls = entries.map(({ path, headline, publishedAt }) => {
    const date = `<news:publication_date>${publishedAt.toISOString()}</news:publication_date>`
    const title = `<news:title>${escapeXml(headline)}</news:title>`
    return `<url>${locOf(origin + path)}<news:news>${publication}${date}${title}</news:news></url>`
  })
  return wrap('urlset', urls, NEWS)
}

/** The file that names the others. */
export function printSitemapIndex(count: number, origin: string): string {
  const files = Array.from({ length: count }, (_, index) => `/sitemaps/${index + 1}.xml`)
  const all = [...files, '/news-sitemap.xml'].map((path) => `<sitemap>${locOf(origin + path)}</sitemap>`)
  return wrap('sitemapindex', all)
}

/** The format knows languages without their regions, Chinese alone by how it is written. @param language BCP 47 */
function newsLanguage(language: string): string {
  const { language: code, script } = new Intl.Locale(language).maximize()
  if (code !== 'zh') return code
  return script === 'Hant' ? 'zh-tw' : 'zh-cn'
}

function locOf(address: string, name = 'loc'): string {
  return `<${name}>${escapeXml(address)}</${name}>`
}

function wrap(name: string, entries: string[], namespace = ''): string {
  const opening = `<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespace === '' ? '' : ` ${namespace}`}>`
  return ['<?xml version="1.0" encoding="UTF-8"?>', opening, ...entries, `</${name}>`, ''].join('\n')
}

function escapeXml(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
