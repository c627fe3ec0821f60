import { correctionPath } from '@/lib/corrections/correction-path'
import { widestSource } from '@/lib/document/picture-source'
import { widestLogo } from '@/lib/look/logo-image'
import type { Logo } from '@/lib/look/look'
import type { PublicSeries, SeriesPlace } from '@/lib/series/readers'
import type { Settings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'
import type { EditionSource } from './edition-source'
import { entriesInWords } from './live-coverage'
import { bylinePath } from './paths'
import type { Teaser } from './public-article'
import type { PublicArticle } from './readers'

/**
 * The article as schema.org's NewsArticle, or as its LiveBlogPosting while it covers what goes on: what search engines read.
 *
 * @param origin scheme, host and port of the site
 * @param follows the public story that it follows: schema.org has no word for a follow-up, a `citation` says what it refers to
 * @param series the series of which it is a part, if readers have more of it
 * @param logo the paper's
 * @param card what networks show of an article without a picture
 */
export function newsArticle(
  article: PublicArticle,
  settings: Settings,
  origin: string,
  follows: Pick<Teaser, 'headline' | 'path'> | null,
  series: Pick<SeriesPlace, 'name' | 'path' | 'number'> | null = null,
  logo: Logo | null = null,
  card: { path: string; alt: string; width: number; height: number } | null = null,
): object {
  const { metadata } = article
  const picture = article.picture === null ? null : widestSource(article.picture)
  return {
    '@context': 'https://schema.org',
    ...kindOf(article, origin),
    headline: article.headline,
    ...(metadata.dateline === '' ? {} : { dateline: metadata.dateline }),
    ...(article.trailText === '' ? {} : { description: article.trailText }),
    ...(picture === null || article.picture === null
      ? asCard(card, origin)
      : {
          image: [
            {
              '@type': 'ImageObject',
              url: origin + picture,
              ...scaled(article.picture),
              caption: article.picture.alt,
              ...(metadata.mainImage?.credit ? { creditText: metadata.mainImage.credit } : {}),
            },
          ],
        }),
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    author: article.bylines.map(({ name, slug }) => ({ '@type': 'Person', name, url: origin + bylinePath(slug) })),
    publisher: { '@type': 'NewsMediaOrganization', name: settings.name, url: origin, ...withLogo(logo, origin) },
    articleSection: article.section.name,
    ...(metadata.topics.length === 0 ? {} : { keywords: metadata.topics.map(({ name }) => name) }),
    inLanguage: settings.language,
    isAccessibleForFree: true,
    ...notesAsData(article, origin),
    mainEntityOfPage: { '@type': 'WebPage', '@id': origin + article.path },
    url: origin + article.path,
    ...(follows === null
      ? {}
      : { citation: { '@type': 'NewsArticle', headline: follows.headline, url: origin + follows.path } }),
    ...(series === null
      ? {}
      : {
          isPartOf: { '@type': 'CreativeWorkSeries', name: series.name, url: origin + series.path },
          position: series.number,
        }),
    ...(metadata.source === null ? {} : basedOn(metadata.source, settings.language)),
  }
}

/** An article, or the coverage of something that goes on or went on, with its entries. */
function kindOf({ document, metadata: { live }, path }: PublicArticle, origin: string): object {
  if (live === undefined) return { '@type': 'NewsArticle' }
  return {
    '@type': 'LiveBlogPosting',
    coverageStartTime: live.startedAt,
    ...(live.endedAt === null ? {} : { coverageEndTime: live.endedAt }),
    liveBlogUpdate: entriesInWords(document, live).map(({ heading, at, words }) => ({
      '@type': 'BlogPosting',
      headline: heading,
      datePublished: at,
      url: origin + path,
      ...(words === '' ? {} : { articleBody: words }),
    })),
  }
}

/** What readers were told of what changed. A retraction says of the whole article what became of it. */
function notesAsData({ corrections, corrected, path }: PublicArticle, origin: string): object {
  if (corrections.length === 0) return {}
  return {
    correction: corrections.map(({ id, text, at }) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: at.toISOString(),
      url: origin + correctionPath(path, id),
    })),
    ...(corrected?.as === 'RETRACTION' ? { creativeWorkStatus: 'Retracted' } : {}),
  }
}

function asCard(card: { path: string; alt: string; width: number; height: number } | null, origin: string): object {
  if (card === null) return {}
  const { path, alt, width, height } = card
  const size = { width: `${width} px`, height: `${height} px` }
  return { image: [{ '@type': 'ImageObject', url: origin + path, ...size, caption: alt }] }
}

function withLogo(logo: Logo | null, origin: string): object {
  const image = logo === null ? null : widestLogo(logo)
  if (image === null) return {}
  const { src, width, height } = image
  return { logo: { '@type': 'ImageObject', url: origin + src, width, height } }
}

/** The way down to a page, the page itself last. @param origin scheme, host and port of the site */
export function breadcrumbList(steps: readonly { name: string; path: string }[], origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + path,
    })),
  }
}

/**
 * A series and its parts in their order: as schema.org's CreativeWorkSeries, which articles say they are part of, and as the ItemList that
 * search engines print.
 * @param origin scheme, host and port of the site
 */
export function seriesOfParts({ name, path, description, parts }: PublicSeries, origin: string): object {
  const numbered = parts.map((part, index) => ({ ...part, position: index + 1, url: origin + part.path }))
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'CreativeWorkSeries',
        name,
        url: origin + path,
        ...(description === '' ? {} : { description }),
        hasPart: numbered.map(({ headline, url, position, publishedAt }) => ({
          '@type': 'NewsArticle',
          headline,
          url,
          position,
          datePublished: publishedAt.toISOString(),
        })),
      },
      {
        '@type': 'ItemList',
        name,
        url: origin + path,
        numberOfItems: parts.length,
        itemListOrder: 'https://schema.org/ItemListOrderAscending',
        itemListElement: numbered.map(({ headline, url, position }) => ({
          '@type': 'ListItem',
          position,
          name: headline,
          url,
        })),
      },
    ],
  }
}

/** The size of the widest rendition. schema.org measures pictures as it does rooms: a number has a unit. */
function scaled(picture: { width: number; height: number; widths: readonly number[] }): {
  width: string
  height: string
} {
  const width = Math.max(...picture.widths)
  return { width: `${width} px`, height: `${Math.round((picture.height * width) / picture.width)} px` }
}

/** Words of others carry a credit line and their terms, too; a licence that is an address is one to schema.org as well. */
function basedOn({ name, url, origin, licence }: EditionSource, language: string): object {
  const terms = /^https?:\/\//.test(licence) ? { license: licence } : {}
  const isBasedOn = { '@type': 'CreativeWork', name, ...(url === '' ? {} : { url }), ...terms }
  if (origin === 'OWN') return { isBasedOn }
  const say = wordsFor(language).article.source
  const creditText = say.original(name) + (licence === '' ? '' : ` ${say.licence(licence)}`)
  return { isBasedOn, creditText }
}

/** JSON for a script element: nothing in it can end the element, and no old reader trips over a line separator. */
export function printForScript(value: object): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
