import { frameHosts } from '../embeds/original-frame'

export type HeaderPair = readonly [name: string, value: string]

/** For every answer, error pages included. @param siteUrl the origin under which readers know the site */
export function commonHeaders(siteUrl: string): HeaderPair[] {
  const headers: HeaderPair[] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
  ]
  if (siteUrl.startsWith('https:')) headers.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'])
  return headers
}

/**
 * Readers' pages run no inline script and no style that is not in a file of ours. No text of a script becomes HTML or an address of code,
 * but for the one policy that public/alerts.js and public/live.js make, each on pages of its own.
 */
export const publicPolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  // Players that a reader opens; no page frames anything by itself.
  `frame-src ${frameHosts.join(' ')}`,
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types standfirst',
].join('; ')

/** Everything behind a secret link, errors included: no copy of it, no trace of where it lay. */
export const previewHeaders: readonly HeaderPair[] = [
  ['Cache-Control', 'no-store'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Robots-Tag', 'noindex, nofollow'],
]

/** A draft asks no other host for anything, and runs nothing. */
export const previewPagePolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What else is answered there: pictures, and the plain page that says that something was not sent. */
export const previewFilePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What is no page (a feed, a picture, text) loads nothing; browsers style a feed that they show with a style of their own. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

/** A file that somebody uploaded, sent to be kept: where a browser shows it all the same, it is nobody's page and runs nothing. */
export const attachmentPolicy = "sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** A page of the newsroom that another one shows within itself; no other site does. */
export function framedPolicy(nonce: string, isDev: boolean): string {
  return privatePolicy(nonce, isDev).replace("frame-ancestors 'none'", "frame-ancestors 'self'")
}

/**
 * Who may make text into HTML, code or an address of code in the newsroom, by the name of the policy: `default` is instrumentation-client.ts,
 * which lets in scripts of the build alone; `standfirst-paste` reads what is pasted, and `ProseMirrorClipboard` what we have cleaned of it.
 */
const newsroomPolicies = ['default', 'standfirst-paste', 'ProseMirrorClipboard']

/**
 * The newsroom: the framework starts from inline scripts there, each of which carries the nonce of its page.
 * @param nonce in base64, another for each answer
 */
export function privatePolicy(nonce: string, isDev: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${isDev ? ' ws: wss:' : ''}`,
    // The check of the house style runs in a worker.
    "worker-src 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // While developing, React evaluates text, and no page starts where it may not. The browser tests run what was built.
    ...(isDev ? [] : ["require-trusted-types-for 'script'", `trusted-types ${newsroomPolicies.join(' ')}`]),
  ].join('; ')
}
