import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CannotOpen, Invalid } from '@/lib/errors'
import { refuseTelling } from '@/lib/sources/code-name'
import { type Box, seal, unseal } from '@/lib/sources/seal'
import type { SourceKey } from '@/lib/sources/source-keys'

const aKey = (id: string): SourceKey => ({ id, bytes: randomBytes(32) })
const key = aKey('now')
const former = aKey('former')
const secret = { name: 'Zora Quillfeather', contact: 'zora@example.org', notes: 'Meets at the quay.\nTuesdays.' }
const id = '01a2035a-f3e9-75c7-a0da-8dd72888bc92'
const other = '01a2035a-f3e9-75c7-a0da-8dd72888bc93'

/** What a refusal says: a sentence with nothing of the secret in it. */
function refusal(box: Box, sourceId = id, keys = [key]): string {
  try {
    unseal(box, sourceId, keys)
  } catch (error) {
    expect(error).toBeInstanceOf(CannotOpen)
    const { message, cause, stack } = error as Error
    expect(`${message}${String(cause)}${stack}`).not.toMatch(/zora|quillfeather/i)
    return message
  }
  throw new Error('It was opened')
}

describe('What is sealed', () => {
  test('opens with its key, for its source, and looks otherwise each time', () => {
    const one = seal(secret, id, [key])
    const two = seal(secret, id, [key])
    expect(unseal(one, id, [former, key])).toEqual(secret)
    expect(Buffer.from(one.sealed).equals(Buffer.from(two.sealed))).toBe(false)
    expect(Buffer.from(one.sealed).subarray(0, 12).equals(Buffer.from(two.sealed).subarray(0, 12))).toBe(false)
    expect(Buffer.from(one.sealed).toString('latin1')).not.toMatch(/zora/i)
  })

  test('shows nothing of how long a name is', () => {
    const short = seal({ name: 'Z', contact: '', notes: '' }, id, [key])
    expect(seal(secret, id, [key]).sealed.length).toBe(short.sealed.length)
  })

  test('changed by one bit anywhere, or cut, it is refused', () => {
    const { sealed, keyId } = seal(secret, id, [key])
    for (const at of [0, 11, 12, 27, 28, 150, sealed.length - 1]) {
      const changed = new Uint8Array(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(refusal({ sealed: changed, keyId })).toMatch(/was changed, or belongs to another source/)
    }
    for (const length of [0, 5, 12, 20, 28, sealed.length - 1])
      expect(refusal({ sealed: sealed.slice(0, length), keyId })).toMatch(/was changed/)
  })

  test('put on another source it is refused', () => {
    expect(refusal(seal(secret, id, [key]), other)).toMatch(/belongs to another source/)
  })

  test('without its key it says which key is missing; with a wrong key of that id it is refused', () => {
    const box = seal(secret, id, [former])
    expect(refusal(box)).toMatch(/a key that the server does not have \(former\)/)
    expect(refusal(box, id, [aKey('former')])).toMatch(/was changed/)
  })
})

test.each([
  ['Copper finch', 'Zora Quillfeather', false],
  ['zóra', 'Zora Quillfeather', true],
  ['The quillfeather leak', 'Zora Quillfeather', true],
  ['Quill', 'Zora Quillfeather', true],
  ['Man of the sea', 'Al de Wit', false],
])('the code name “%s” for %s tells: %s', (codeName, name, tells) => {
  const check = () => refuseTelling(codeName, name)
  if (tells) expect(check).toThrow(Invalid)
  else expect(check).not.toThrow()
})
