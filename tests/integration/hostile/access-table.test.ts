import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allWays } from '@/tests/support/access/doors'
import { printAccess } from '@/tests/support/access/print-access'

const PATH = join(import.meta.dirname, '../../../docs/access.md')

test('docs/access.md has every right and every door, and what each asks', async () => {
  const printed = printAccess(await allWays())
  if (process.env.UPDATE_DOCS) writeFileSync(PATH, printed)
  expect(readFileSync(PATH, 'utf8')).toBe(printed)
})

type Json = { [key: string]: unknown }

/** The places in a schema where an object may have a key that nobody named. */
function openPlaces(schema: unknown, path: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each, index) => openPlaces(each, `${path}/${index}`))
  if (typeof schema !== 'object' || schema === null) return []
  const here = schema as Json
  const isOpen = here.properties !== undefined && here.additionalProperties !== false
  return [
    ...(isOpen ? [path] : []),
    ...Object.entries(here).flatMap(([key, each]) => openPlaces(each, `${path}/${key}`)),
  ]
}

/** What mail programs send to end a newsletter: whatever else they say, it ends. */
const OPEN_ON_PURPOSE = ['POST /api/newsletters/unsubscribe/[token] body']

const asJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

test('no door takes a key that it does not know: neither in a body, nor in a query, nor in what an action is given', async () => {
  const problems: string[] = []
  let looked = 0
  for (const way of await allWays()) {
    if (way.kind !== 'route' && way.kind !== 'action') continue
    const parts = way.kind === 'action' ? { input: way.door.input } : { query: way.door.query, body: way.door.body }
    for (const [name, schema] of Object.entries(parts)) {
      if (schema === undefined) continue
      looked += 1
      problems.push(...openPlaces(asJson(schema), `${way.name} ${name}`))
    }
  }
  expect(problems).toEqual(OPEN_ON_PURPOSE)
  expect(looked).toBeGreaterThan(100)
  // The control.
  expect(openPlaces(asJson(z.strictObject({ a: z.array(z.object({ b: z.string() })) })), '')).toHaveLength(1)
})
