import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Rendered } from './render'
import { type HeaderPair, previewHeaders, previewPagePolicy } from './security-headers'

/**
 * A page behind a secret link, be it of a draft or out of a mail, is rendered as readers' pages are, for nobody in particular and without
 * the framework's scripts. Then it is sent once and forgotten: it never comes near what is kept.
 */
export async function servePreview(
  render: (path: string) => Promise<Rendered>,
  request: IncomingMessage,
  response: ServerResponse,
  { url, common }: { url: string; common: readonly HeaderPair[] },
): Promise<void> {
  const { status, headers, body } = await render(url)
  response.writeHead(status, [
    ...common.flat(),
    ...previewHeaders.flat(),
    'Content-Security-Policy',
    previewPagePolicy,
    'Content-Type',
    headers['content-type'] ?? 'text/html; charset=utf-8',
    'Content-Length',
    String(body.length),
  ])
  response.end(request.method === 'HEAD' ? undefined : body)
}
