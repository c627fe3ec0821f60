import { widestSource } from '@/lib/document/picture-source'
import type { Settings } from '@/lib/settings/settings'
import { bylinePath } from './paths'
import type { Teaser } from './public-article'
import type { Author } from './readers'

// What search engines read of the pages that are no article: schema.org's words for the paper, its lists and its people.

/** The paper and its site. @param origin scheme, host and port of the site */
export function paperAsData(settings: Pick<Settings, 'name' | 'tagline' | 'language'>, origin: string): object {
  const { name, tagline, language } = settings
  const publisher = { '@id': `${origin}/#paper` }
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsMediaOrganization',
        ...publisher,
        name,
        url: `${origin}/`,
        logo: `${origin}/favicon.svg`,
        ...(tagline === '' ? {} : { slogan: tagline }),
      },
      { '@type': 'WebSite', '@id': `${origin}/#site`, name, url: `${origin}/`, inLanguage: language, publisher },
    ],
  }
}

type List = {
  name: string
  description: string
  path: string
  articles: readonly Pick<Teaser, 'headline' | 'path' | 'publishedAt'>[]
  /** How many articles stand on the pages before this one. */
  before: number
}

/** A page that lists articles. @param origin scheme, host and port of the site */
export function listAsData(list: List, origin: string): object {
  const { name, description, path } = list
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name,
    description,
    url: origin + path,
    mainEntity: itemsOf(list, origin),
  }
}

function itemsOf({ articles, before }: List, origin: string): object {
  return {
    '@type': 'ItemList',
    numberOfItems: articles.length,
    itemListOrder: 'https://schema.org/ItemListOrderDescending',
    itemListElement: articles.map(({ headline, path }, index) => ({
      '@type': 'ListItem',
      position: before + index + 1,
      name: headline,
      url: origin + path,
    })),
  }
}

/** The page of somebody who writes, with what they wrote. @param origin scheme, host and port of the site */
export function authorAsData(
  author: Author,
  list: List,
  { name: paper }: Pick<Settings, 'name'>,
  origin: string,
): object {
  const { slug, name, jobTitle, biography, email, profiles, picture } = author
  const image = picture === null ? null : widestSource(picture)
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: origin + list.path,
    mainEntity: {
      '@type': 'Person',
      '@id': `${origin}${bylinePath(slug)}#person`,
      name,
      url: origin + bylinePath(slug),
      ...(jobTitle ? { jobTitle } : {}),
      ...(biography ? { description: biography.replace(/\s+/g, ' ') } : {}),
      ...(image === null ? {} : { image: origin + image }),
      ...(email === '' ? {} : { email }),
      ...(profiles.length === 0 ? {} : { sameAs: profiles }),
      worksFor: { '@type': 'NewsMediaOrganization', name: paper, url: `${origin}/` },
    },
    hasPart: list.articles.map(({ headline, path, publishedAt }) => ({
      '@type': 'NewsArticle',
      headline,
      url: origin + path,
      datePublished: publishedAt.toISOString(),
    })),
  }
}
