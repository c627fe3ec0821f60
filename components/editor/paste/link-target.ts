import { safeUrl } from '@/lib/document/addresses'

/** Pages that only pass a reader on, and where in their address the real one stands. */
const DETOURS: readonly { host: RegExp; path: RegExp; parameters: readonly string[] }[] = [
  { host: /^(www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameters: ['u'] },
]

/** Where a pasted link leads, without detours, or null when it leads nowhere that a reader may go. */
export function linkTarget(href: string): string | null {
  let target = safeUrl(href)
  for (let inside = insideDetour(target); inside !== null; inside = insideDetour(target)) target = safeUrl(inside)
  return target
}

function insideDetour(href: string | null): string | null {
  if (href === null) return null
  const url = new URL(href)
  const detour = DETOURS.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname))
  const values = detour?.parameters.map((name) => url.searchParams.get(name)) ?? []
  return values.find((value) => value !== null && value !== '') ?? null
}
