import { isPrivatePath } from './private-paths'

/**
 * What a request line asks for, decided once, before anything else looks at it.
 *
 * - `public`: a page for readers; `key` is its path with the query that it may see, and what it is kept under
 * - `asset`: a file of the build, the same for everybody and for ever
 * - `private`: for Next as it is; `url` has lost the parameters that steer the framework
 * - `moved`: the same thing has one address, and it is `location`
 * - `missing`: no address of ours is written like this
 */
export type Target =
  | { kind: 'public'; key: string }
  | { kind: 'asset'; key: string }
  | { kind: 'private'; path: string; url: string }
  | { kind: 'moved'; location: string }
  | { kind: 'missing' }

const missing: Target = { kind: 'missing' }
const longestTarget = 8_192
const longestPath = 1_024

/** @param raw the request target as it stands in the request line (RFC 9112, origin-form) */
export function readTarget(raw: string): Target {
  const cut = raw.indexOf('?')
  const given = cut === -1 ? raw : raw.slice(0, cut)
  const query = cut === -1 ? '' : raw.slice(cut + 1)
  if (raw.length > longestTarget || given.length > longestPath || !isWellFormed(given)) return missing
  if (given !== '/' && given.endsWith('/')) return withoutSlash(given.slice(0, -1), query)
  if (isPrivatePath(given)) return readPrivate(given, query)
  return readPublic(given, query)
}

/** One slash between segments, no dots that climb, no byte that two programs read in two ways. */
function isWellFormed(path: string): boolean {
  if (!/^\/[\x21-\x7e]*$/.test(path) || /\/\/|[\\#]|\/\.{1,2}(?:\/|$)/.test(path)) return false
  if (/%(?![0-9a-f]{2})/i.test(path)) return false
  // An encoded letter, digit, dot, slash, percent sign or control character is only ever a trick.
  if (/%(?:[01][0-9a-f]|2[def5]|3[0-9f]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef]|23)/i.test(path)) return false
  try {
    const decoded = decodeURIComponent(path)
    return decoded === decoded.normalize('NFC')
  } catch {
    return false
  }
}

function withoutSlash(path: string, query: string): Target {
  const target = readTarget(query === '' ? path : `${path}?${query}`)
  if (target.kind === 'public') return { kind: 'moved', location: target.key }
  if (target.kind === 'private') return { kind: 'moved', location: target.url }
  return target.kind === 'asset' ? missing : target
}

/** Flight data, which the framework answers under these names too. */
const flightPath = /\.rsc$|\.segments?(?:\/|$)|\.segment\./i

function readPrivate(path: string, query: string): Target {
  if (path.startsWith('/_next/static/')) return { kind: 'asset', key: path }
  if (flightPath.test(path)) return missing
  return { kind: 'private', path, url: joinQuery(path, withoutFrameworkParameters(query)) }
}

/** `nxtP...` would overrule what the path says (the framework's own rewrites use it). */
function withoutFrameworkParameters(query: string): string {
  const isOdd = /[^\x21-\x7e]/.test(query)
  if (!isOdd && !/nxt|__next/i.test(decodeLoosely(query))) return query
  const parameters = new URLSearchParams(query)
  for (const name of [...parameters.keys()]) if (/^(?:nxt[pi]|__next)/i.test(name)) parameters.delete(name)
  return parameters.toString()
}

function decodeLoosely(query: string): string {
  return query.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function readPublic(path: string, query: string): Target {
  const canonical = path
    .split(/(%[0-9a-f]{2})/i)
    .map((part) => (part.startsWith('%') ? part.toUpperCase() : part.toLowerCase()))
    .join('')
  // What looks like a private address but for its case is none, and none is made of it: tokens have capitals.
  if (isPrivatePath(canonical)) return missing
  if (flightPath.test(canonical) || /\/_/.test(canonical) || frameworkPages.has(canonical)) return missing
  if (!/^(?:[a-z0-9\-._~/]|%[89A-F][0-9A-F])+$/.test(canonical)) return missing
  const key = joinQuery(canonical, readQuery(canonical, query))
  return canonical === path ? { kind: 'public', key } : { kind: 'moved', location: key }
}

const frameworkPages = new Set(['/404', '/500', '/index'])
const searchParameters: Record<string, number> = { q: 200, page: 4, section: 100, after: 40, before: 40, order: 20 }
const listParameters: Record<string, number> = { page: 4 }
const oembedParameters: Record<string, number> = { url: 1_200, format: 4, maxwidth: 4, maxheight: 4 }

const parametersOf: Record<string, Record<string, number>> = {
  '/look.css': { v: 10 },
  '/search': searchParameters,
  '/oembed': oembedParameters,
}
/** What else would mean nothing. */
const patterns: Record<string, RegExp> = {
  v: /^[\w-]{10}$/,
  page: /^(?:[2-9]|[1-9][0-9]+)$/,
  maxwidth: /^[1-9][0-9]*$/,
  maxheight: /^[1-9][0-9]*$/,
}

/** The parameters that a public page may see, each once, bounded, sorted. Any other one would only make copies of a page. */
function readQuery(path: string, query: string): string {
  if (query === '') return ''
  const allowed = parametersOf[path] ?? listParameters
  const given = new URLSearchParams(query)
  const kept = new URLSearchParams()
  for (const name of Object.keys(allowed).sort()) {
    const value = tidy(given.get(name) ?? '').slice(0, allowed[name])
    if (value === '' || patterns[name]?.test(value) === false) continue
    kept.set(name, value)
  }
  return kept.toString()
}

function tidy(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function joinQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}
