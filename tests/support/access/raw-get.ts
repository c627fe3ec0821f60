import { request } from 'node:http'

/** A GET whose path goes out as it stands: `fetch` would put right what is wrong with it. */
export function rawGet(
  url: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; bytes: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers, method: 'GET' }, (response) => {
      let bytes = JSON.stringify(response.headers)
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        bytes += piece
      })
      response.on('error', () => undefined)
      // Also where we are the ones who leave: a stream has no end.
      response.on('close', () => resolve({ status: response.statusCode ?? 0, bytes }))
      if (/event-stream/.test(response.headers['content-type'] ?? '')) response.destroy()
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The same page by other names, and asked for as the framework asks itself: ways in which others were gone around. */
export function variantsOf(path: string): { path: string; headers?: Record<string, string> }[] {
  const [first = '', ...rest] = path.slice(1).split('/')
  const behind = rest.length === 0 ? '' : `/${rest.join('/')}`
  const tree = encodeURIComponent(JSON.stringify(['', { children: [first, {}] }, null, null, true]))
  return [
    ...[
      `${path}.rsc`,
      `${path}?_rsc=1abcd`,
      `${path}.segments/_tree.segment.rsc`,
      `${path}.segments/_index.segment.rsc`,
    ],
    ...[`${path}.txt`, `${path}.json`, `/_next/data/build${path}.json`, `${path}?nxtPslug=desk&nxtPid=desk`],
    ...[
      `${path}/`,
      `/${path}`,
      `//${path.slice(1)}`,
      `/.${path}`,
      `/x/..${path}`,
      `/%2e${path}`,
      `/${first}/%2e${behind}`,
    ],
    ...[`/${first.toUpperCase()}${behind}`, `/%${first.charCodeAt(0).toString(16)}${first.slice(1)}${behind}`],
    ...[`/${first}%2f${rest.join('%2f')}`, `${path}%00`, `${path}%20`, `${path};a=b`, `${path}\\`],
  ]
    .map((each): { path: string; headers?: Record<string, string> } => ({ path: each }))
    .concat(
      [
        { RSC: '1' },
        { RSC: '1', 'Next-Router-Prefetch': '1' },
        { RSC: '1', 'Next-Router-Segment-Prefetch': '/_tree' },
        { RSC: '1', 'Next-Router-State-Tree': tree, 'Next-Url': '/' },
        { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
        { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
        { 'x-middleware-rewrite': path, 'x-middleware-next': '1' },
        { 'x-middleware-prefetch': '1', purpose: 'prefetch' },
        { 'x-nextjs-data': '1', 'x-matched-path': path, 'x-invoke-path': path },
        { 'x-forwarded-host': 'elsewhere.example', 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
        { 'x-original-url': path, 'x-rewrite-url': path },
        { 'x-http-method-override': 'POST' },
      ].map((headers) => ({ path, headers: headers as unknown as Record<string, string> })),
    )
}
