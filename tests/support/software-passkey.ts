import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { MadePasskey, SignedByPasskey } from '@/lib/passkeys/passkey-answers'

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

type Asked = { challenge: string; origin: string; rpId: string; isVerified?: boolean; counter?: number }

/** A passkey in software, as WebAuthn (Level 3) has it: P-256, no attestation. Whatever it says can be wrong, as a test wants it. */
export class SoftwarePasskey {
  readonly id = randomBytes(20)
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  /** Whose it says it is. */
  userHandle: string | undefined

  make({ challenge, origin, rpId, isVerified = true, counter = 0 }: Asked): MadePasskey {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' })
    const point = (text: string) => Buffer.from(text, 'base64url')
    const key = [bytes('a5010203262001215820'), point(x), bytes('225820'), point(y)]
    const idLength = Buffer.from([0, this.id.length])
    const data = Buffer.concat([
      authenticator(rpId, PRESENT | HAS_KEY | (isVerified ? VERIFIED : 0), counter),
      ...[Buffer.alloc(16), idLength, this.id, ...key],
    ])
    const attestation = Buffer.concat([
      ...[bytes('a363'), Buffer.from('fmt'), bytes('64'), Buffer.from('none')],
      ...[bytes('67'), Buffer.from('attStmt'), bytes('a0'), bytes('68'), Buffer.from('authData')],
      ...[bytes('59'), Buffer.from([data.length >> 8, data.length & 0xff]), data],
    ])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      },
    }
  }

  sign({ challenge, origin, rpId, isVerified = true, counter = 0 }: Asked): SignedByPasskey {
    const client = clientData('webauthn.get', challenge, origin)
    const data = authenticator(rpId, PRESENT | (isVerified ? VERIFIED : 0), counter)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, this.#key.privateKey).toString('base64url'),
        ...(this.userHandle === undefined ? {} : { userHandle: Buffer.from(this.userHandle).toString('base64url') }),
      },
    }
  }

  #credential() {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} }
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authenticator(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
}

function bytes(hexadecimal: string): Buffer {
  return Buffer.from(hexadecimal, 'hex')
}
