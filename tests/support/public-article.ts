import type { PublicArticle } from '@/lib/articles/readers'
import type { Document } from '@/lib/document/document'
import { DEFAULT_SETTINGS, type Settings } from '@/lib/settings/paper-settings'
import { open } from './every-node'

export const origin = 'https://paper.example'
/** What the paper says of itself. */
export const settings: Settings = {
  ...DEFAULT_SETTINGS,
  name: 'The Tide',
  tagline: 'News <of> the coast',
  language: 'en-GB',
  timeZone: 'Europe/London',
}

/** A public article with odd characters where they are allowed. */
export function publicArticle(document: Document): PublicArticle {
  const section = { id: 's', slug: 'news', name: 'News & views' }
  const metadata = {
    headline: 'Ferry </script><script>alert(1)</script>',
    standfirst: '',
    slug: 'ferry',
    kicker: '',
    trailText: 'A line\u2028break',
    dateline: '',
    shortHeadline: '',
    searchHeadline: '',
    socialHeadline: '',
    mailHeadline: '',
    followsId: null,
    section,
    topics: [{ id: 't', slug: 'sea', name: 'The sea' }],
    bylines: [{ id: 'b', slug: 'ana', name: 'Ana', role: '' }],
    source: {
      name: 'Observer',
      url: 'https://observer.example/a',
      isCanonical: true,
      origin: 'WIRE' as const,
      licence: '',
      firstSeenAt: null,
      whatWeAdded: '',
    },
    isNotRepublished: false,
    isLive: false,
    mainImage: { id: open, alt: 'A ferry', caption: '', credit: 'Ana', width: 3000, height: 2000, widths: [320, 1440] },
  }
  return {
    id: open,
    path: '/news/ferry',
    headline: metadata.headline,
    cardHeadline: metadata.headline,
    kicker: '',
    trailText: metadata.trailText,
    section,
    bylines: metadata.bylines,
    picture: metadata.mainImage,
    publishedAt: new Date('2026-11-20T10:00:00Z'),
    updatedAt: new Date('2026-11-21T10:00:00Z'),
    corrected: null,
    isLive: false,
    corrections: [],
    document,
    metadata,
  }
}
