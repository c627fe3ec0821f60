import { describe, expect, it } from 'vitest'
import { readPlainRequest } from '@/lib/reader-cache/plain-request'

const read = (head: string) => readPlainRequest(Buffer.from(head, 'latin1'))
const withLine = (line: string) => `GET /news/one HTTP/1.1\r\nHost: paper.test\r\n${line}\r\n\r\n`

describe('a plain request', () => {
  it('is read: its address, and the headers that decide about the answer', () => {
    const head = [
      'GET /news/one?page=2 HTTP/1.1',
      'Host: paper.test',
      'User-Agent:Mozilla/5.0 (X11; Linux x86_64)',
      'ACCEPT-ENCODING: \t gzip, deflate, br \t',
      'If-None-Match: "a", W/"b"',
      'Sec-Purpose: prefetch',
      'Cookie: session=1; other=2',
      'Connection: Keep-Alive',
      'X-Empty:',
    ]
    expect(read(`${head.join('\r\n')}\r\n\r\n`)).toEqual({
      url: '/news/one?page=2',
      headers: {
        host: 'paper.test',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
        'accept-encoding': 'gzip, deflate, br',
        'if-none-match': '"a", W/"b"',
        'sec-purpose': 'prefetch',
        connection: 'Keep-Alive',
      },
    })
  })

  it('needs a host and nothing else', () => {
    expect(read('GET / HTTP/1.1\r\nhost: paper.test\r\n\r\n')).toEqual({ url: '/', headers: { host: 'paper.test' } })
  })

  it('is not mistaken for another by what stands in a value', () => {
    expect(read(withLine('Referer: http://paper.test/?host: x content-length: 5'))?.url).toBe('/news/one')
    expect(read(withLine('X-Content-Length: 5'))?.url).toBe('/news/one')
  })
})

describe('what is left to Node', () => {
  it.each([
    ['nothing', ''],
    ['an empty line', '\r\n\r\n'],
    ['an empty line before the request', `\r\n${withLine('A: b')}`],
    ['half a head', 'GET / HTTP/1.1\r\nHost: paper.test\r\n'],
    ['a head without its last byte', withLine('A: b').slice(0, -1)],
    ['a second request behind it', withLine('A: b').repeat(2)],
    ['a byte behind it', `${withLine('A: b')}x`],
    ['a line break behind it', `${withLine('A: b')}\r\n`],
    ['something like a body behind it', `${withLine('A: b')}a=b\r\n\r\n`],
    ['more than 8 KB', withLine(`A: ${'b'.repeat(8_192)}`)],
    ['HTTP/1.0', withLine('A: b').replace('1.1', '1.0')],
    ['HTTP/1.2', withLine('A: b').replace('1.1', '1.2')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/0.9', 'GET /\r\n\r\n'],
    ['a protocol in small letters', withLine('A: b').replace('HTTP', 'http')],
    ['HEAD', withLine('A: b').replace('GET', 'HEAD')],
    ['POST', withLine('A: b').replace('GET', 'POST')],
    ['a method in small letters', withLine('A: b').replace('GET', 'get')],
    ['a whole address', withLine('A: b').replace('/news', 'http://paper.test/news')],
    ['a host and a port', 'CONNECT paper.test:80 HTTP/1.1\r\nHost: paper.test\r\n\r\n'],
    ['a star', withLine('A: b').replace('/news/one', '*')],
    ['no address', 'GET  HTTP/1.1\r\nHost: paper.test\r\n\r\n'],
    ['two spaces before the address', withLine('A: b').replace('GET ', 'GET  ')],
    ['two spaces behind the address', withLine('A: b').replace(' HTTP', '  HTTP')],
    ['a tab for a space', withLine('A: b').replace('GET ', 'GET\t')],
    ['a space in the address', withLine('A: b').replace('/one', '/o ne')],
    ['a high byte in the address', withLine('A: b').replace('/one', '/\xe9')],
    ['NUL in the address', withLine('A: b').replace('/one', '/\0')],
    ['a space before the request', ` ${withLine('A: b')}`],
    ['a byte order mark', `\xef\xbb\xbf${withLine('A: b')}`],
    ['no host', 'GET / HTTP/1.1\r\nA: b\r\n\r\n'],
    ['no header', 'GET / HTTP/1.1\r\n\r\n'],
    ['an empty host', 'GET / HTTP/1.1\r\nHost: \r\n\r\n'],
    ['two hosts', withLine('hOST: paper.test')],
    ['an empty host and another', 'GET / HTTP/1.1\r\nHost:\r\nHost: paper.test\r\n\r\n'],
    ['a line feed alone at the end of a line', withLine('A: b\nC: d')],
    ['line feeds alone', withLine('A: b').replaceAll('\r\n', '\n')],
    ['a line feed alone at the end', withLine('A: b').replace(/\r\n$/, '\n')],
    ['a carriage return alone', withLine('A: b\rC: d')],
    ['two carriage returns', withLine('A: b\r')],
    ['a folded line', withLine('A: b\r\n c')],
    ['a line folded with a tab', withLine('A: b\r\n\tc')],
    ['a folded line before all others', 'GET / HTTP/1.1\r\n A: b\r\nHost: paper.test\r\n\r\n'],
    ['a space before the colon', withLine('A : b')],
    ['a space before the colon of what would count', withLine('Transfer-Encoding : chunked')],
    ['no colon', withLine('A')],
    ['no name', withLine(': b')],
    ['a name with a bracket', withLine('A(b): c')],
    ['a name with a high byte', withLine('\xc4: b')],
    ['NUL in a name', withLine('A\0: b')],
    ['NUL in a value', withLine('A: b\0')],
    ['a control character in a value', withLine('A: b\x1b[2J')],
    ['DEL in a value', withLine('A: b\x7f')],
    ['a high byte in a value', withLine('User-Agent: caf\xe9')],
    ['a length', withLine('Content-Length: 5')],
    ['a length of nothing', withLine('content-length: 0')],
    ['a length and chunks', withLine('Content-Length: 5\r\nTransfer-Encoding: chunked')],
    ['chunks', withLine('TRANSFER-ENCODING: chunked')],
    ['trailers', withLine('TE: trailers')],
    ['an announced trailer', withLine('Trailer: A')],
    ['an expectation', withLine('Expect: 100-continue')],
    ['another protocol', withLine('Connection: Upgrade\r\nUpgrade: websocket')],
    ['another protocol without a word about the connection', withLine('Upgrade: h2c')],
    ['a connection that closes', withLine('Connection: close')],
    ['a connection that closes, as some proxies say it', withLine('Proxy-Connection: close')],
    ['a connection with more words', withLine('Connection: keep-alive, x')],
    ['a connection that says nothing', withLine('Connection:')],
    ['two words about the connection', withLine('Connection: keep-alive\r\nConnection: close')],
    ['a part of a page', withLine('Range: bytes=0-1')],
    ['two encodings', withLine('Accept-Encoding: br\r\naccept-encoding: gzip')],
    ['two ETags in two lines', withLine('If-None-Match: "a"\r\nIf-None-Match: "b"')],
    ['two names of the program', withLine('User-Agent: a\r\nUser-Agent: b')],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a PROXY line', `PROXY TCP4 192.0.2.1 192.0.2.2 1 2\r\n${withLine('A: b')}`],
  ])('%s', (_, head) => {
    expect(read(head)).toBeNull()
  })

  it('any of the 8 KB heads that take longest to refuse, in no time', () => {
    const began = performance.now()
    for (const line of [
      'a'.repeat(8_000),
      `A:${' '.repeat(8_000)}\n`,
      'A:b\r\n'.repeat(1_500),
      'host:\r\n'.repeat(1_100),
    ])
      expect(read(withLine(line))).toBeNull()
    expect(performance.now() - began).toBeLessThan(100)
  })
})
