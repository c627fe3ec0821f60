/** What a provider's addresses lead to. A page is something that we show as a link and no more. */
export type EmbedKind = 'post' | 'video' | 'audio' | 'page'

/** As in the registry of oEmbed (oembed.com, section 7.1), and what it does not say: what is to be found there. */
type Provider = {
  kind: EmbedKind
  provider_name: string
  provider_url: string
  endpoints: readonly { schemes: readonly string[]; url: string }[]
}

/** Networks that answer only whoever has an account with them are left out: their posts are typed in. */
const providers: readonly Provider[] = [
  {
    kind: 'post',
    provider_name: 'Bluesky',
    provider_url: 'https://bsky.app',
    endpoints: [{ schemes: ['https://bsky.app/profile/*/post/*'], url: 'https://embed.bsky.app/oembed' }],
  },
  {
    kind: 'post',
    provider_name: 'X (formerly Twitter)',
    provider_url: 'https://x.com',
    endpoints: [
      {
        schemes: [
          'https://x.com/*/status/*',
          'https://*.x.com/*/status/*',
          'https://twitter.com/*/status/*',
          'https://*.twitter.com/*/status/*',
        ],
        url: 'https://publish.twitter.com/oembed',
      },
    ],
  },
  {
    kind: 'post',
    provider_name: 'Reddit',
    provider_url: 'https://www.reddit.com',
    endpoints: [
      {
        schemes: ['https://reddit.com/r/*/comments/*', 'https://www.reddit.com/r/*/comments/*'],
        url: 'https://www.reddit.com/oembed',
      },
    ],
  },
  {
    kind: 'video',
    provider_name: 'TikTok',
    provider_url: 'https://www.tiktok.com',
    endpoints: [{ schemes: ['https://www.tiktok.com/*/video/*'], url: 'https://www.tiktok.com/oembed' }],
  },
  {
    kind: 'video',
    provider_name: 'YouTube',
    provider_url: 'https://www.youtube.com',
    endpoints: [
      {
        schemes: [
          'https://*.youtube.com/watch*',
          'https://*.youtube.com/shorts/*',
          'https://*.youtube.com/live/*',
          'https://youtu.be/*',
        ],
        url: 'https://www.youtube.com/oembed',
      },
    ],
  },
  {
    kind: 'video',
    provider_name: 'Vimeo',
    provider_url: 'https://vimeo.com',
    endpoints: [
      {
        schemes: ['https://vimeo.com/*', 'https://player.vimeo.com/video/*'],
        url: 'https://vimeo.com/api/oembed.json',
      },
    ],
  },
  {
    kind: 'video',
    provider_name: 'Dailymotion',
    provider_url: 'https://www.dailymotion.com',
    endpoints: [
      {
        schemes: ['https://www.dailymotion.com/video/*', 'https://dai.ly/*'],
        url: 'https://www.dailymotion.com/services/oembed',
      },
    ],
  },
  {
    kind: 'video',
    provider_name: 'TED',
    provider_url: 'https://www.ted.com',
    endpoints: [{ schemes: ['https://www.ted.com/talks/*'], url: 'https://www.ted.com/services/v1/oembed.json' }],
  },
  {
    kind: 'audio',
    provider_name: 'SoundCloud',
    provider_url: 'https://soundcloud.com',
    endpoints: [
      { schemes: ['https://soundcloud.com/*/*', 'https://on.soundcloud.com/*'], url: 'https://soundcloud.com/oembed' },
    ],
  },
  {
    kind: 'audio',
    provider_name: 'Spotify',
    provider_url: 'https://open.spotify.com',
    endpoints: [{ schemes: ['https://open.spotify.com/*'], url: 'https://open.spotify.com/oembed' }],
  },
  {
    kind: 'audio',
    provider_name: 'Mixcloud',
    provider_url: 'https://www.mixcloud.com',
    endpoints: [{ schemes: ['https://www.mixcloud.com/*/*'], url: 'https://app.mixcloud.com/oembed/' }],
  },
  {
    kind: 'page',
    provider_name: 'Flickr',
    provider_url: 'https://www.flickr.com',
    endpoints: [
      {
        schemes: ['https://www.flickr.com/photos/*', 'https://flic.kr/p/*'],
        url: 'https://www.flickr.com/services/oembed/',
      },
    ],
  },
  {
    kind: 'page',
    provider_name: 'SlideShare',
    provider_url: 'https://www.slideshare.net',
    endpoints: [{ schemes: ['https://www.slideshare.net/*/*'], url: 'https://www.slideshare.net/api/oembed/2' }],
  },
  {
    kind: 'page',
    provider_name: 'Datawrapper',
    provider_url: 'https://www.datawrapper.de',
    endpoints: [{ schemes: ['https://datawrapper.dwcdn.net/*'], url: 'https://api.datawrapper.de/v3/oembed/' }],
  },
]

/** Who answers for an address, and the endpoint to ask; null for addresses of nobody in the list. */
export function findProvider(url: string): { kind: EmbedKind; name: string; endpoint: string } | null {
  for (const { kind, provider_name: name, endpoints } of providers)
    for (const { schemes, url: endpoint } of endpoints)
      if (schemes.some((scheme) => matches(scheme, url))) return { kind, name, endpoint }
  return null
}

/** A `*` in the host is a part of a name, so that nobody's host is taken for another's; in the path it is anything. */
function matches(scheme: string, url: string): boolean {
  const [, host = '', path = ''] = /^https:\/\/([^/]+)(\/.*)$/.exec(scheme) ?? []
  const [, isHost = '', isPath = ''] = /^https:\/\/([^/?#]+)(\/.*)$/.exec(url) ?? []
  return pattern(host, '[a-z0-9-]+').test(isHost.toLowerCase()) && pattern(path, '.+').test(isPath)
}

function pattern(text: string, wildcard: string): RegExp {
  const literal = text.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join(wildcard)}$`)
}
