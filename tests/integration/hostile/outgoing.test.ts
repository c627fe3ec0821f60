import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseEnvironment } from '@/lib/env'
import { guardedFetch, type Outgoing, type Ways } from '@/lib/outgoing/guarded-fetch'
import { OutgoingError } from '@/lib/outgoing/outgoing-error'
import { isPublicAddress } from '@/lib/outgoing/public-address'
import { outsideServer } from '@/tests/support/outside-server'
import { SELF_SIGNED } from '@/tests/support/self-signed'

let outside: Awaited<ReturnType<typeof outsideServer>>
let inside: Awaited<ReturnType<typeof outsideServer>>
let asked: string[] = []
const seen: Record<string, unknown>[] = []

beforeAll(async () => {
  inside = await outsideServer((_, response) => response.end('secret'))
  outside = await outsideServer((request, response) => {
    seen.push({ ...request.headers, url: request.url })
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    const times = Number(searchParams.get('times'))
    if (pathname === '/to')
      response.writeHead(302, { location: (searchParams.get('a') ?? '').replace(/[^!-~]/g, encodeURIComponent) }).end()
    else if (pathname === '/again' && times > 0)
      response.writeHead(302, { location: `/again?times=${times - 1}`, 'set-cookie': 'a=b' }).end()
    else if (pathname === '/bomb')
      response
        .writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/html' })
        .end(gzipSync(Buffer.alloc(50_000_000)))
    else if (pathname === '/broken') response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')
    else if (pathname === '/slow-head') setTimeout(() => response.end('late'), 3_000).unref()
    else if (pathname === '/slow-body') response.writeHead(200).write('a')
    else if (pathname === '/endless') {
      const write = () => response.writable && response.write('a'.repeat(10_000), () => setImmediate(write))
      write()
    } else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<title>Hello</title>')
  })
})

afterAll(() => Promise.all([outside.close(), inside.close()]))

beforeEach(() => {
  asked = []
  seen.length = 0
})

/** Every socket is written down; the only public address there is, is this machine's server. */
function ways(records: Record<string, readonly (readonly string[])[]> = {}): Ways {
  const turns = new Map<string, number>()
  return {
    resolve: async (name) => {
      const turn = turns.get(name) ?? 0
      turns.set(name, turn + 1)
      const answers = records[name] ?? [['93.184.216.34']]
      return answers[Math.min(turn, answers.length - 1)] ?? []
    },
    connect: (address, port) => {
      asked.push(`${address}:${port}`)
      return connect(address === '93.184.216.34' ? outside.port : inside.port, '127.0.0.1')
    },
    testHosts: new Map(),
  }
}

async function reasonOf(address: string, outgoing?: Outgoing, by: Ways = ways()): Promise<string> {
  try {
    await guardedFetch(address, outgoing, by)
    return 'answered'
  } catch (error) {
    expect(error).toBeInstanceOf(OutgoingError)
    return (error as OutgoingError).reason
  }
}

const refused = [
  ...['127.0.0.1', '127.1', '0177.0.0.1', '0x7f.1', '2130706433', '0x7f000001', '127.0.0.1.', '%31%32%37.0.0.1', '0'],
  ...[
    '①②⑦.0.0.1',
    '127。0。0。1',
    '10.0.0.1',
    '100.64.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.0.0.8',
    '192.0.2.7',
  ],
  ...['192.168.1.1', '192.88.99.1', '198.19.0.1', '198.51.100.7', '203.0.113.7', '224.0.0.1', '255.255.255.255'],
  ...[
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::10.0.0.1]',
    '[64:ff9b:1::1]',
  ],
  ...[
    '[2002:7f00:1::]',
    '[2001::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[fc00::1]',
    '[fd12::1]',
    '[fe80::1]',
    '[ff02::1]',
    '[100::1]',
  ],
]

test.each(refused)('http://%s/ is refused, and nobody is asked', async (host) => {
  expect(await reasonOf(`http://${host}/`)).toBe('address-refused')
  expect(await reasonOf(`http://93.184.216.34/to?a=${encodeURIComponent(`http://${host}/`)}`)).toBe('address-refused')
  expect(asked).toEqual(['93.184.216.34:80'])
  expect(inside.connections()).toBe(0)
})

test.each([
  ['ftp://paper.example/', 'refused-scheme'],
  ['file:///etc/passwd', 'refused-scheme'],
  ['javascript:alert(1)', 'refused-scheme'],
  ['http://user@paper.example/', 'refused-credentials'],
  ['http://paper.example:secret@127.0.0.1/', 'refused-credentials'],
  ['http://paper.example:8080/', 'refused-port'],
  ['http://paper.example:22/', 'refused-port'],
  ['http://', 'bad-address'],
  ['not an address', 'bad-address'],
])('%s: %s', async (address, reason) => {
  expect(await reasonOf(address)).toBe(reason)
  expect(asked).toEqual([])
})

test.each(['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test.each(['2606:4700::1111%eth0', 'fe80::1%lo', 'paper.example', ''])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

describe('A name', () => {
  test('with one private record among public ones is refused', async () => {
    const by = ways({ 'mixed.example': [['93.184.216.34', '10.0.0.7']] })
    expect(await reasonOf('http://mixed.example/', {}, by)).toBe('address-refused')
    expect(asked).toEqual([])
  })

  test('that turns private after it was checked is connected to where it was checked', async () => {
    const by = ways({ 'turns.example': [['93.184.216.34'], ['127.0.0.1']] })
    expect(await reasonOf('http://turns.example/', {}, by)).toBe('answered')
    expect(asked).toEqual(['93.184.216.34:80'])
    expect(seen[0]).toMatchObject({ host: 'turns.example' })
    expect(await reasonOf('http://turns.example/', {}, by)).toBe('address-refused')
    expect(inside.connections()).toBe(0)
  })

  test('is checked anew when a redirect leads to it', async () => {
    const by = ways({ 'turns.example': [['93.184.216.34'], ['127.0.0.1']] })
    expect(await reasonOf('http://turns.example/to?a=http://turns.example./', {}, by)).toBe('address-refused')
    expect(inside.connections()).toBe(0)
  })

  test('that takes too long to be looked up is left', async () => {
    const by: Ways = { ...ways(), resolve: () => new Promise(() => undefined) }
    expect(await reasonOf('http://slow.example/', { totalMilliseconds: 100 }, by)).toBe('timeout')
    expect(asked).toEqual([])
  })

  test('that nobody has is not found', async () => {
    expect(await reasonOf('http://nobody.example/', {}, ways({ 'nobody.example': [[]] }))).toBe('not-found-host')
  })
})

describe('An answer', () => {
  test('carries status, body and the last address; nothing of ours went there', async () => {
    const answer = await guardedFetch('http://paper.example/again?times=3', { types: ['text/html'] }, ways())
    expect(answer).toMatchObject({ status: 200, url: 'http://paper.example/again?times=0' })
    expect(answer.body.toString()).toBe('<title>Hello</title>')
    for (const headers of seen) {
      expect(Object.keys(headers).sort()).toEqual(
        ['accept', 'accept-encoding', 'connection', 'host', 'url', 'user-agent'].sort(),
      )
    }
  })

  test.each([
    ['/again?times=4', {}, 'too-many-redirects'],
    ['/to?a=file:///etc/passwd', {}, 'refused-scheme'],
    ['/to?a=http://me:secret@paper.example/', {}, 'refused-credentials'],
    ['/bomb', {}, 'too-large'],
    ['/bomb', { whenLonger: 'cut', mostBytes: 1_000 }, 'answered'],
    ['/broken', {}, 'bad-encoding'],
    ['/', { types: ['application/json'] }, 'refused-type'],
    ['/slow-head', { headerMilliseconds: 100 }, 'timeout'],
    ['/slow-head', { totalMilliseconds: 100 }, 'timeout'],
    ['/slow-body', { totalMilliseconds: 200 }, 'timeout'],
  ] satisfies [string, Outgoing, string][])('of %s with %j: %s', async (path, outgoing, reason) => {
    expect(await reasonOf(`http://paper.example${path}`, outgoing)).toBe(reason)
  })

  test.each(['/endless', '/bomb'])('of %s is cut to the byte, and the rest is not waited for', async (path) => {
    const outgoing: Outgoing = { whenLonger: 'cut', mostBytes: 1_001, totalMilliseconds: 3_000 }
    expect((await guardedFetch(`http://paper.example${path}`, outgoing, ways())).body).toHaveLength(1_001)
  })

  test('over TLS from a server that speaks none is an error of its own kind', async () => {
    expect(['tls', 'connection']).toContain(await reasonOf('https://paper.example/'))
    expect(asked).toContain('93.184.216.34:443')
  })

  test('over TLS under a certificate that nobody vouches for is refused, and the server is told nothing', async () => {
    let requests = 0
    const pretender = createTlsServer(SELF_SIGNED, (_, response) => {
      requests += 1
      response.end('secret')
    })
    await new Promise<void>((resolve) => pretender.listen(0, '127.0.0.1', resolve))
    const { port } = pretender.address() as AddressInfo
    try {
      const by: Ways = { ...ways(), connect: () => connect(port, '127.0.0.1') }
      expect(await reasonOf('https://paper.example/', {}, by)).toBe('tls')
      expect(requests).toBe(0)
    } finally {
      pretender.close()
    }
  })
})

describe('A stand-in for tests', () => {
  const settings = (hosts: string) =>
    parseEnvironment({ ...process.env, NODE_ENV: 'production', OUTGOING_TEST_HOSTS: hosts }).OUTGOING_TEST_HOSTS

  test('may have a name under .test and a port of this machine only', () => {
    expect(settings('paper.test=127.0.0.1:4567')).toEqual(
      new Map([['paper.test', { address: '127.0.0.1', port: 4567 }]]),
    )
    for (const wrong of ['paper.example=127.0.0.1:80', 'paper.test=10.0.0.1:80', 'paper.test=localhost:80', 'x'])
      expect(() => settings(wrong)).toThrow('OUTGOING_TEST_HOSTS')
  })

  test('is what a name leads to', async () => {
    const by = { ...ways(), testHosts: settings(`paper.test=127.0.0.1:${outside.port}`) }
    by.connect = (address, port) => connect(port, address)
    expect(await reasonOf('http://paper.test/', {}, by)).toBe('answered')
  })
})
