import { request as httpRequest } from 'node:http'

const url = process.env.E2E_URL ?? ''

/** A word that stands nowhere else. All canaries of a test begin alike, so that one search finds any of them. */
export const newMark = () => `zq${crypto.randomUUID().slice(0, 8)}`

/** What clients send to get something else than readers get. */
export const HEADERS: Record<string, string>[] = [
  {},
  { 'If-None-Match': '*' },
  { Range: 'bytes=0-4096' },
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { Accept: 'text/x-component, application/json', 'Accept-Encoding': 'gzip' },
  {
    'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
    'x-middleware-rewrite': '/desk',
    'x-middleware-prefetch': '1',
    'x-nextjs-data': '1',
    'X-Forwarded-Host': 'localhost',
    'X-Original-URL': '/desk',
    Cookie: 'next-auth.session-token=guess',
  },
]

type Seen = { status: number; bytes: string }

/** Sends the path as it is written, which fetch would tidy up, and keeps everything that comes back. */
export function ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes: `${Buffer.concat(chunks).toString('utf8')}\n${response.rawHeaders.join('\n')}`,
        }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Canaries in an answer, in any case. */
export function canariesIn(bytes: string, mark: string): string[] {
  return bytes.match(new RegExp(`${mark}[a-z]*`, 'gi')) ?? []
}

/**
 * Canaries that an answer has and that the question did not bring. A question with canaries in it is asked again with words that were never
 * typed anywhere: an answer may repeat the question, and just as often as that one does.
 */
export async function leaks(
  method: string,
  path: string,
  mark: string,
  headers: Record<string, string>,
): Promise<string[]> {
  const { bytes } = await ask(method, path, headers)
  const found = canariesIn(bytes, mark)
  const asked = new Set(canariesIn(decodeLoosely(path), mark).map((word) => word.toLowerCase()))
  if (asked.size === 0) return found
  const strange = found.filter((word) => !asked.has(word.toLowerCase()))
  const never = newMark()
  const other = await ask(
    method,
    path.replaceAll(mark, never).replaceAll(mark.toUpperCase(), never.toUpperCase()),
    headers,
  )
  const repeats = canariesIn(other.bytes, never).length
  return strange.length > 0 || found.length === repeats
    ? strange
    : [`${found.length} times instead of ${repeats}: ${found[0] ?? 'nothing'}`]
}

function decodeLoosely(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The same for what may name its own address: of what is withdrawn, feeds say that they are about it. */
export async function withoutQuestion(path: string, mark: string): Promise<string[]> {
  const asked = path.split(/[/?=]/).filter((part) => part.includes(mark))
  const { bytes } = await ask('GET', path)
  return canariesIn(
    asked.reduce((rest, part) => rest.replaceAll(part, ''), bytes),
    mark,
  )
}

/** Asks a few at a time: the server has other tests to answer. */
export async function askAll(questions: (() => Promise<void>)[]): Promise<void> {
  const waiting = [...questions]
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await next()
    }),
  )
}
