/** What networks are called, by the end of their host. */
const NETWORKS: Readonly<Record<string, string>> = {
  'bsky.app': 'Bluesky',
  'facebook.com': 'Facebook',
  'github.com': 'GitHub',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  'mastodon.social': 'Mastodon',
  'medium.com': 'Medium',
  'orcid.org': 'ORCID',
  'substack.com': 'Substack',
  'threads.com': 'Threads',
  'threads.net': 'Threads',
  'tiktok.com': 'TikTok',
  'x.com': 'X',
  'youtube.com': 'YouTube',
}

/** What a link to a page elsewhere says: the network where we know it, else the host. @param address of the web */
export function profileName(address: string): string {
  const host = new URL(address).hostname.replace(/^www\./, '')
  for (const [end, name] of Object.entries(NETWORKS)) if (host === end || host.endsWith(`.${end}`)) return name
  return host
}
