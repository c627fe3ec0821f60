import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ADDRESS_HEADER } from '@/lib/auth/client-address'
import { isApiPath, isAttachmentPath, isFramedPath, isPreviewPath } from './private-paths'
import type { Recording } from './record'
import {
  attachmentPolicy,
  filePolicy,
  framedPolicy,
  type HeaderPair,
  previewFilePolicy,
  previewHeaders,
  privatePolicy,
} from './security-headers'

/** Headers by which the framework talks to itself. Nobody outside has a reason to send them. */
const frameworkHeader =
  /^(?:x-middleware-|x-nextjs-|x-next-|x-invoke-|x-now-|x-vercel-|x-prerender-|x-matched-path$|next-resume$)/

/** What says whom a request comes from, when it comes through others. */
const originHeader = /^(?:x-forwarded-|forwarded$|x-real-ip$|x-client-ip$|true-client-ip$|cf-connecting-ip$)/

const acceptedFromProxy = new Set(['x-forwarded-host', 'x-forwarded-proto'])

/**
 * Takes from a request for a private page what only a proxy of ours or the framework itself may say, and says where the request
 * comes from as far as we know it ourselves.
 *
 * @param trustedProxies how many proxies of ours a request has passed; 0 when readers reach us directly
 */
export function cleanPrivateRequest(request: IncomingMessage, trustedProxies: number, isDev: boolean): void {
  const address = requestAddress(request, trustedProxies)
  for (const name of Object.keys(request.headers)) {
    const isFrameworks = !isDev && frameworkHeader.test(name)
    const isClaim = originHeader.test(name) && !(trustedProxies > 0 && acceptedFromProxy.has(name))
    if (isFrameworks || isClaim || name === 'upgrade') delete request.headers[name]
  }
  // Of two, Node keeps the first and says nothing: who reads both as one refuses both.
  const { authorization = [] } = request.headersDistinct
  if (authorization.length > 1) request.headers.authorization = authorization.join(', ')
  request.headers['x-forwarded-for'] = address
  request.headers[ADDRESS_HEADER] = address
}

/** Where a request comes from: the connection, or what the nearest proxy of ours says. */
export function requestAddress(request: IncomingMessage, trustedProxies: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return direct
  // Each proxy appends whom it heard from; what stands further left, anybody may have written.
  const heard = String(request.headers['x-forwarded-for'] ?? '').split(',')
  return heard.at(-trustedProxies)?.trim() || direct
}

/**
 * Sets our headers when the answer's head is written, over whatever was set by then, and the status that a page gave itself: below the
 * newsroom's addresses, too, what nothing else answers is the page that says so. The framework reads the nonce of its scripts from the
 * policy in the request, where nobody else's may stand.
 */
export function protectPrivateAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  { common, isDev, recording }: { common: readonly HeaderPair[]; isDev: boolean; recording: Recording },
): void {
  const policy = policyFor(path, isDev)
  delete request.headers['content-security-policy-report-only']
  request.headers['content-security-policy'] = policy
  const ours = [...common, ...headersFor(path, policy)]
  const writeHead = response.writeHead.bind(response) as (...parameters: unknown[]) => ServerResponse
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    for (const [name, value] of ours) response.setHeader(name, value)
    return writeHead(recording.status ?? status, ...rest.map((part) => withoutOurs(part, ours)))
  }) as typeof response.writeHead
}

function policyFor(path: string, isDev: boolean): string {
  if (path.startsWith('/media/') || isApiPath(path)) return filePolicy
  if (isPreviewPath(path)) return previewFilePolicy
  if (isAttachmentPath(path)) return attachmentPolicy
  const nonce = randomBytes(16).toString('base64')
  return isFramedPath(path) ? framedPolicy(nonce, isDev) : privatePolicy(nonce, isDev)
}

function headersFor(path: string, policy: string): HeaderPair[] {
  const protection: HeaderPair = ['Content-Security-Policy', policy]
  if (path.startsWith('/_next/')) return [['Referrer-Policy', 'same-origin']]
  if (path.startsWith('/media/')) return [protection, ['Referrer-Policy', 'same-origin']]
  if (isPreviewPath(path)) return [protection, ...previewHeaders]
  if (isApiPath(path))
    return [
      protection,
      ['Cache-Control', cachingOf(path)],
      ['Referrer-Policy', 'same-origin'],
      ['X-Robots-Tag', 'noindex'],
    ]
  return [
    protection,
    // No page of another site reads into itself what only the newsroom may see.
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ...(isFramedPath(path) ? [['X-Frame-Options', 'SAMEORIGIN'] as const] : []),
    ['Cache-Control', 'private, no-store'],
    // Links with a secret in them are read here. Not `no-referrer`: with it browsers hide the origin of forms, too.
    ['Referrer-Policy', 'same-origin'],
    ['X-Robots-Tag', 'noindex'],
  ]
}

/** A program may keep what readers have, for itself, and has to ask each time whether it is so still: what is withdrawn is gone at once. */
function cachingOf(path: string): string {
  return path === '/api/v1/audit' ? 'private, no-store' : 'private, no-cache'
}

/** Headers that are given with the status win over those set before. */
function withoutOurs(given: unknown, ours: readonly HeaderPair[]): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const names = new Set(ours.map(([name]) => name.toLowerCase()))
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name.toLowerCase())))
}
