import type { Settings } from '../settings/paper-settings'
import { AI_CRAWLERS } from './ai-crawlers'

/** What no program has any business with. */
const CLOSED = [
  '/desk',
  '/admin',
  '/api/',
  '/login',
  '/invite/',
  '/reset',
  '/preview/',
  '/newsletters/confirm/',
  '/newsletters/unsubscribe/',
  '/search?',
  '/question/',
]

const SITEMAPS = ['/sitemap.xml', '/news-sitemap.xml']

/**
 * What the paper asks of programs (RFC 9309), those of AI companies in a group of their own: a program obeys the group that names it.
 * @param origin scheme, host and port of the site
 */
export function printRobots({ aiUse }: Pick<Settings, 'aiUse'>, origin: string): string {
  const lines = [
    ...aiGroup(aiUse),
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    ...SITEMAPS.map((path) => `Sitemap: ${origin}${path}`),
    '',
  ]
  return lines.join('\n')
}

function aiGroup(aiUse: Settings['aiUse']): string[] {
  if (aiUse === 'all') return []
  const refused = AI_CRAWLERS.filter(({ purpose }) => aiUse === 'none' || purpose === 'training')
  return [SENTENCES[aiUse], ...refused.map(({ token }) => `User-agent: ${token}`), 'Disallow: /', '']
}

const SENTENCES = {
  noTraining:
    '# Nothing here may be used to train AI models. Looking it up to answer somebody, with a link, is welcome.',
  none: '# Nothing here may be used by AI: neither to train models nor to answer with.',
}
