import { z } from 'zod'
import type { Kind } from './world'

type Json = {
  type?: string | string[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  anyOf?: Json[]
  oneOf?: Json[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  pattern?: string
  minLength?: number
  minimum?: number
  minItems?: number
}

/** Where a value names a thing: its path in the input, and which kind of thing it names. */
export type Position = { path: string; kind: Kind }

/** What an id is of, by the name of its field and the way that asks for it. */
export type KindOf = (key: string, path: string) => Kind | null

/**
 * A value that a schema takes, made from the schema: the first of every choice, the least of every number, words where words are.
 * @param pick the id to put where a thing is named
 */
export function inputFor(schema: z.ZodType, kindOf: KindOf, pick: (position: Position) => string): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return made(json, '', '', kindOf, pick)
}

function made(json: Json, key: string, path: string, kindOf: KindOf, pick: (position: Position) => string): unknown {
  if (json.const !== undefined) return json.const
  if (json.enum !== undefined) return json.enum[0]
  const choice = (json.anyOf ?? json.oneOf)?.find(({ type }) => type !== 'null')
  if (choice !== undefined) return made(choice, key, path, kindOf, pick)
  const type = Array.isArray(json.type) ? json.type.find((each) => each !== 'null') : json.type
  if (type === 'object') {
    const entries = Object.entries(json.properties ?? {})
    const needed = entries.filter(([name]) => json.required?.includes(name) === true)
    return Object.fromEntries(
      needed.map(([name, each]) => [name, made(each, name, path === '' ? name : `${path}.${name}`, kindOf, pick)]),
    )
  }
  if (type === 'array') {
    const one = () => made(json.items ?? {}, key, `${path}[]`, kindOf, pick)
    const names = kindOf(key, `${path}[]`) !== null || json.items?.type === 'object'
    return (json.minItems ?? 0) > 0 || names ? [one()] : []
  }
  if (type === 'integer' || type === 'number') return Math.max(0, json.minimum ?? 0)
  if (type === 'boolean') return true
  const kind = kindOf(key, path)
  if (kind !== null) return pick({ path, kind })
  return type === 'string' || type === undefined ? wordsFor(key, json) : null
}

const A_HASH = 'a'.repeat(64)

function wordsFor(key: string, { pattern = '', format, minLength = 1 }: Json): string {
  if (format === 'uuid') return '00000000-0000-7000-8000-000000000000'
  if (format === 'date') return '2026-01-02'
  if (format === 'date-time') return '2026-01-02T03:04:05.000Z'
  if (/email|^mail/i.test(key)) return 'somebody@elsewhere.example'
  if (/url|endpoint/i.test(key)) return 'https://elsewhere.example/page'
  if (/zone/i.test(key)) return 'Europe/London'
  if (/local|askedAt|deadline/.test(key) || pattern.startsWith('^\\d{4}-\\d\\d-\\d\\dT')) return '2099-06-01T06:00'
  if (/At$|seenAt|since/.test(key)) return '2026-01-02T03:04:05.000Z'
  if (/slug/i.test(key)) return 'a-slug'
  if (/password/i.test(key)) return 'a quiet river at dawn'
  if (pattern.includes('{64}')) return A_HASH
  if (key === 'role') return 'REPORTER'
  return 'words'.padEnd(minLength, '.')
}
