import type { PublicArticle } from '@/lib/articles/readers'
import { safePageUrl } from '@/lib/document/addresses'
import { printHtml } from '@/lib/document/print-html'
import { printText } from '@/lib/document/print-text'
import type { Resolved } from '@/lib/document/resolved'
import { escaped } from '@/lib/http/escaped'
import { type PaperTime, printDate } from '@/lib/settings/paper-time'
import type { SiteWords } from '../site-words/en'
import { republishedDocument } from './republished-document'

type Republishing = {
  /** "By Ada Marsh and Tom Reyes" */
  byline: string
  paper: string
  time: PaperTime
  words: SiteWords
  resolved: Resolved
  /** Scheme, host and port of the site. */
  origin: string
}

/** What another publisher copies. */
export type Republished = {
  /** Headline, standfirst, byline, text, credit line. */
  html: string
  text: string
  /** For the head of the page that it is printed on. */
  head: string
}

/** An article as another publisher may print it, with the credit that goes along. */
export function printRepublished(
  article: Pick<PublicArticle, 'document' | 'metadata' | 'headline' | 'path' | 'publishedAt'>,
  { byline, paper, time, words, resolved, origin }: Republishing,
): Republished {
  const { dateline, source } = article.metadata
  const document = republishedDocument(article.document, { byline, dateline })
  const address = origin + article.path
  const on = printDate(article.publishedAt, time)
  const link = `<a href="${escaped(address)}">${escaped(paper)}</a>`
  const credit = (name: string) => words.republish.credit(name, on)
  return {
    html: [
      `<h1>${escaped(article.headline)}</h1>`,
      ...onLines(printHtml(document, { resolved, origin, language: time.language })),
      ...(source === null ? [] : [`<p>${words.article.source.from(sourceLink(source)).join('')}</p>`]),
      `<p>${credit(link)}</p>`,
    ].join('\n'),
    text: [
      printText(document),
      ...(source === null
        ? []
        : [words.article.source.from([source.name, source.url].filter(Boolean).join(', ')).join('')]),
      `${credit(paper)}\n${address}`,
    ].join('\n\n'),
    head: `<link rel="canonical" href="${escaped(address)}">\n<meta name="syndication-source" content="${escaped(address)}">`,
  }
}

/** Each block on a line of its own, for whoever reads what they paste. A line break between them means nothing to HTML. */
function onLines(html: string): string[] {
  return html.replace(/<\/(?:p|h2|h3|ul|ol|blockquote|aside|table)>(?=<)/g, '$&\n').split('\n')
}

function sourceLink({ name, url }: { name: string; url: string }): string {
  const address = safePageUrl(url)
  return address === null ? escaped(name) : `<a href="${escaped(address)}">${escaped(name)}</a>`
}
