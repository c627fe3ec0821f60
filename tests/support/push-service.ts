import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { outsideServer } from './outside-server'

type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer }

/** A push service on this machine: what it takes it keeps, and each address answers with the status that is set for it. */
export async function pushService(port = 0) {
  const received: Received[] = []
  const statuses = new Map<string, number>()
  const { close, port: listening } = await outsideServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = request.url ?? ''
      const status = statuses.get(path) ?? 201
      if (status < 300) received.push({ path, headers: request.headers, body: Buffer.concat(chunks) })
      response.writeHead(status, status === 302 ? { Location: 'http://127.0.0.1:1/' } : {}).end()
    })
  }, port)
  return { received, statuses, close, port: listening }
}

/** The keys of a browser that subscribes, and what reads what was encrypted for it. */
export function browserKeys() {
  const ecdh = createECDH('prime256v1')
  const p256dh = ecdh.generateKeys()
  const auth = randomBytes(16)
  return {
    keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
    read: (body: Buffer) => JSON.parse(decrypt(body, ecdh, auth).toString()) as unknown,
  }
}

/** RFC 8291, section 4, and RFC 8188 for one record. */
function decrypt(body: Buffer, ecdh: ECDH, auth: Buffer): Buffer {
  const salt = body.subarray(0, 16)
  const idLength = body.readUInt8(20)
  const sender = body.subarray(21, 21 + idLength)
  const record = body.subarray(21 + idLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender])
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(sender), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  // 0x02 ends the last record.
  return padded.subarray(0, padded.lastIndexOf(2))
}

/** The claims of the signature by which a service knows the paper (RFC 8292), once it is found to be by this key. */
export function readVapid(authorization: string, publicKey: string): { aud: string; sub: string; exp: number } {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(publicKey, 'base64url')
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const isOurs = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: jwk, format: 'jwk', dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  if (!isOurs || key !== publicKey) throw new Error('Signed by somebody else')
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; sub: string; exp: number }
}
