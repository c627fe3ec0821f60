import { appRoutes } from '@/tests/support/app-routes'
import type { AllPlaced } from './place-all'
import type { Placed } from './placing'

const url = process.env.E2E_URL ?? ''

/** Everything that outsiders may ask for, by the route that answers it. A route that is not here fails the test. */
export function publicAddresses({ placing, secret, openId, openPath, claimPath }: AllPlaced): Record<string, string[]> {
  const { mark, mediaId, placed } = placing
  const sections = ['news', 'politics', `${mark}section`]
  const slugs = placed.map(({ slug }) => slug)
  const topics = ['calvara', `${mark}topic-${mark}secret`]
  const authors = ['nadia-verhoeve', `${mark}byline-${mark}secret`]
  const wrong = [secret.slice('/preview/'.length, -1), mark, placed[0]?.id ?? '']
  const feeds = (folders: readonly string[], file: string) => folders.map((folder) => `${folder}/${file}`)
  const lists = {
    '/[section]': sections.map((slug) => `/${slug}`),
    '/topic/[slug]': topics.map((slug) => `/topic/${slug}`),
    '/author/[slug]': authors.map((slug) => `/author/${slug}`),
  }
  const ofLists = Object.entries(lists).flatMap(([route, paths]) => [
    [route, [...paths, ...paths.map((path) => `${path}?page=2`)]],
    ...['feed.xml', 'atom.xml', 'feed.json'].map((file) => [`${route}/${file}`, feeds(paths, file)]),
  ])
  const words = ['headline', 'paragraph', 'alt', 'slug'].map((field) => `${mark}draft${field}`)
  return {
    ...Object.fromEntries(ofLists),
    '/': ['/', '/?page=2'],
    '/feed.xml': ['/feed.xml'],
    '/atom.xml': ['/atom.xml'],
    '/feed.json': ['/feed.json'],
    '/[section]/[slug]': [openPath, ...slugs.map((slug) => `/news/${slug}`), `/politics/${slugs[0]}`],
    '/[section]/[slug]/republish': [
      `${openPath}/republish`,
      ...slugs.map((slug) => `/news/${slug}/republish`),
      `/politics/${slugs[0]}/republish`,
    ],
    '/[...path]': ['/no/such/page', `${openPath}/history`, `/news/${slugs[0]}/history`, '/-'],
    '/claims/[slug]': [
      claimPath,
      ...['claimstatement', 'claimdenial', 'laterclaim'].map((name) => `/claims/${mark}${name}`),
    ],
    '/question/[articleId]/[paragraph]': [
      `/question/${openId}/1`,
      `/question/${openId}/999`,
      ...[...placed.map(({ id }) => id), mark].map((id) => `/question/${id}/1`),
    ],
    '/question/[articleId]/thanks': [openId, ...placed.map(({ id }) => id)].map((id) => `/question/${id}/thanks`),
    ...Object.fromEntries(
      ['feed.xml', 'atom.xml', 'feed.json'].map((file) => [
        `/series/[slug]/${file}`,
        feeds([`/series/${mark}series`, '/series/no-such-series'], file),
      ]),
    ),
    '/series/[slug]': [`/series/${mark}series`, '/series/no-such-series'],
    '/search': [
      '/search',
      ...[mark, ...words, `"${mark}"`].map((q) => `/search?q=${encodeURIComponent(q)}`),
      `/search?q=${mark}draftheadline&page=2`,
      '/search?q=report',
      `/search?q=author%3A${mark}byline&order=date`,
      `/search?q=topic%3A${mark}&section=${mark}section`,
      `/search?q=${mark}draftheadlime`,
    ],
    '/sitemap.xml': ['/sitemap.xml'],
    '/news-sitemap.xml': ['/news-sitemap.xml'],
    '/sitemaps/[file]': ['/sitemaps/1.xml', '/sitemaps/2.xml', '/sitemaps/no.xml'],
    '/robots.txt': ['/robots.txt'],
    '/.well-known/security.txt': ['/.well-known/security.txt'],
    '/.well-known/tdmrep.json': ['/.well-known/tdmrep.json'],
    '/favicon.svg': ['/favicon.svg'],
    '/look.css': ['/look.css', '/look.css?v=0123456789'],
    '/cards/[file]': [...placed.map(({ id }) => `/cards/${id}.png`), `/cards/${mark}.png`],
    '/oembed': [
      `/oembed?url=${encodeURIComponent(url + openPath)}&format=xml`,
      ...[...slugs.map((slug) => `/news/${slug}`), secret, `/desk/articles/${placed[0]?.id}`].map(
        (path) => `/oembed?url=${encodeURIComponent(url + path)}`,
      ),
    ],
    '/alerts': ['/alerts'],
    '/corrections': ['/corrections', '/corrections?page=2'],
    ...Object.fromEntries(
      ['feed.xml', 'atom.xml', 'feed.json'].map((file) => [`/corrections/${file}`, [`/corrections/${file}`]]),
    ),
    '/newsletters': ['/newsletters'],
    '/newsletters/confirm/[token]': [`/newsletters/confirm/${mark}`],
    '/newsletters/unsubscribe/[token]': [`/newsletters/unsubscribe/${mark}`],
    ...Object.fromEntries(
      ['confirmed', 'link-ended', 'not-an-address', 'stopped'].map((page) => [
        `/newsletters/${page}`,
        [`/newsletters/${page}`],
      ]),
    ),
    '/preview/[token]': wrong.map((token) => `/preview/${token}`),
    '/preview/[token]/media/[id]/[rendition]': wrong.map((token) => `/preview/${token}/media/${mediaId}/w320.webp`),
    '/media/[id]/[rendition]': [`/media/${mediaId}/w320.webp`, `/media/${placed[0]?.id}/w320.webp`],
    '/calendar/[token]': wrong.map((token) => `/calendar/${token}`),
    '/login/sso': ['/login/sso', `/login/sso?next=/desk/articles/${placed[0]?.id}`],
    '/login/sso/callback': [`/login/sso/callback?code=${mark}&state=${mark}`],
    '/login/link': ['/login/link'],
    '/login/link/[token]': [`/login/link/${mark}`],
    '/login/email/[token]': [`/login/email/${mark}`],
    '/login': ['/login', `/login?callbackUrl=/desk/articles/${placed[0]?.id}`],
    '/login/second-factor': ['/login/second-factor', `/login/second-factor?next=/desk/articles/${placed[0]?.id}`],
    '/invite/[token]': [`/invite/${mark}`],
    '/reset': ['/reset'],
    '/reset/[token]': [`/reset/${mark}`],
    '/healthz': ['/healthz'],
    '/readyz': ['/readyz'],
  }
}

/** What a program asks for that has a token: every way to narrow a list, and every id. */
export function tokenAddresses({ placing: { mark, placed }, openId }: AllPlaced): string[] {
  const articles = '/api/v1/articles'
  return [
    ...[openId, ...placed.map(({ id }) => id), mark].map((id) => `${articles}/${id}`),
    ...['', '?limit=100', '?limit=100&updatedSince=2000-01-01', '?since=2000-01-01&limit=100'].map(
      (query) => articles + query,
    ),
    ...[
      `section=${mark}section`,
      'section=news',
      `topic=${mark}topic-${mark}secret`,
      `author=${mark}byline-${mark}secret`,
    ].map((query) => `${articles}?limit=100&${query}`),
    '/api/v1/events',
    '/api/v1/audit',
    '/api/v1/openapi.json',
    '/api/v1/drafts',
  ]
}

/** Addresses that people and programs try and that nothing answers. */
export function unanswered({ placing: { mark } }: AllPlaced): string[] {
  return ['/metrics', '/%zz', '/news//double', `/NEWS/${mark.toUpperCase()}`, '/news/%2e%2e/desk', '/llms.txt']
}

/** What only the newsroom may ask for, as the ids of an article and strangers' guesses make it. An unknown parameter has to be thought of. */
export function privateAddresses({ id }: Placed): string[] {
  const values: Record<string, string> = {
    id,
    linkId: id,
    commentId: id,
    threadId: id,
    eventId: id,
    fileId: id,
    noticeId: id,
    replyId: id,
    reportId: id,
    number: '1',
    key: 'home',
    token: id,
    '...nextauth': 'session',
    '...path': 'no/such/path',
  }
  return appRoutes()
    .filter(isPrivate)
    .map((route) =>
      route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
        const value = values[name]
        if (value === undefined) throw new Error(`Nobody has said what to ask for at ${route}.`)
        return value
      }),
    )
}

export const isPrivate = (route: string) => /^\/(?:desk|admin|api)(?:\/|$)/.test(route)
