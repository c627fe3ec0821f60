import { type IncomingMessage, request } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Target } from './check-address'
import { OutgoingError, outgoingErrorOf } from './outgoing-error'

/** Opens a socket to an IP address. */
export type Connect = (address: string, port: number) => Socket

export type Asking = {
  method: 'GET' | 'HEAD' | 'POST'
  headers: Readonly<Record<string, string>>
  body?: Buffer | undefined
  headerMilliseconds: number
  signal: AbortSignal
  connect: Connect
}

/** How many addresses of one name are tried. */
const MOST_ADDRESSES = 2

/**
 * One request, to the addresses that were checked and nowhere else. The name is only said: in Host, and in TLS, whose
 * certificate has to be for it. No agent, so no proxy of the environment and no socket that was opened for another request.
 *
 * @throws OutgoingError
 */
export async function askOnce(target: Target, asking: Asking): Promise<IncomingMessage> {
  let last = new OutgoingError('connection')
  // What was posted may have arrived although no answer came: it is not posted to the next address.
  const most = asking.method === 'POST' ? 1 : MOST_ADDRESSES
  for (const address of target.addresses.slice(0, most)) {
    try {
      return await askAt(address, target, asking)
    } catch (error) {
      last = outgoingErrorOf(error)
      if (last.reason !== 'connection' || asking.signal.aborted) throw last
    }
  }
  throw last
}

function askAt(address: string, target: Target, asking: Asking): Promise<IncomingMessage> {
  const { url } = target
  return new Promise((resolve, reject) => {
    const asked = request({
      method: asking.method,
      path: `${url.pathname}${url.search}`,
      headers: { ...asking.headers, Host: url.host, Connection: 'close' },
      maxHeaderSize: 32_768,
      signal: asking.signal,
      createConnection: () => socketTo(address, target, asking.connect),
    })
    const late = setTimeout(() => asked.destroy(new OutgoingError('timeout')), asking.headerMilliseconds)
    asked.once('response', (response) => {
      clearTimeout(late)
      resolve(response)
    })
    asked.once('error', (error) => {
      clearTimeout(late)
      reject(asking.signal.aborted ? new OutgoingError('timeout') : error)
    })
    // What comes after the answer began is told by the answer's own stream.
    asked.on('error', () => {})
    asked.end(asking.body)
  })
}

function socketTo(address: string, { url, hostname, port }: Target, connect: Connect): Socket {
  const socket = connect(address, port)
  if (url.protocol === 'http:') return socket
  return connectTls({
    socket,
    host: hostname,
    servername: isIP(hostname) === 0 ? hostname : '',
    rejectUnauthorized: true,
  })
}
