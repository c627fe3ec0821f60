import { beforeAll, expect, test, vi } from 'vitest'
import { mergeClaims } from '@/lib/claims/merge-claims'
import { connectionPool, database } from '@/lib/db/database'
import { problemOf } from '@/lib/http/answers'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'
import type { PersonActor } from '@/lib/policy/actor'
import { exportEvents } from '@/lib/record/export-events'
import { listEvents } from '@/lib/record/list-events'
import { changeSealed, changeSource } from '@/lib/sources/change-source'
import { createSource } from '@/lib/sources/create-source'
import { findSources } from '@/lib/sources/find-sources'
import { getSource } from '@/lib/sources/get-source'
import { revealSource } from '@/lib/sources/reveal-source'
import { standBehind } from '@/lib/sources/stand-behind'
import { aPerson } from '@/tests/support/newsroom-rows'
import { aSourceInput, changeOf } from './a-source'

// Words that stand nowhere else, each in one of the fields that are sealed, and one that somebody looks for. Long ones: four letters of
// base64 may be in what is sealed by chance.
const CANARIES = [
  'zqnameonequillfeather',
  'zqnametwoquillfeather',
  'zqcontactsomewhere',
  'zqnoteswrittenhere',
  'zqlookedforsomebody',
]

/** Every spelling in which a dump, a log or an export could have a word. */
function spellings(word: string): string[] {
  const bytes = Buffer.from(word)
  // Base64 of a word inside of a text: without its edges, at each of three places.
  const base64 = [0, 1, 2].map((at) =>
    Buffer.concat([Buffer.alloc(at), bytes])
      .toString('base64')
      .slice(4, -4),
  )
  return [word, word.toUpperCase(), bytes.toString('hex'), ...base64]
}

function found(text: string): string[] {
  return CANARIES.filter((word) => spellings(word).some((spelling) => text.includes(spelling)))
}

/** Every row of every table as text, which is what a dump without the key shows. */
async function everyTable(): Promise<Map<string, string>> {
  const { rows: tables } = await connectionPool().query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
  )
  const texts = new Map<string, string>()
  for (const { name } of tables) {
    const { rows } = await connectionPool().query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)
    texts.set(name, rows.map(({ text }) => text).join('\n'))
  }
  return texts
}

let owner: PersonActor
let administrator: PersonActor
let written = ''

beforeAll(async () => {
  owner = await aPerson('REPORTER')
  administrator = await aPerson('ADMINISTRATOR')
  // All that the app logs, and all that any part of it writes to the terminal.
  log.level = 'trace'
  const keep = (chunk: unknown) => {
    written += String(chunk)
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
  for (const level of ['error', 'warn', 'info', 'debug'] as const)
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void keep(JSON.stringify(said)))
})

test('a name is in no table, no log, no error and no export, whatever was done with it', async () => {
  const secret = { contact: 'zqcontactsomewhere@example.org', notes: 'zqnoteswrittenhere' }
  const input = aSourceInput({ codeName: 'Brass kettle', name: 'Zqnameonequillfeather Bell', ...secret })
  const { id } = await createSource(owner, { ...input, name: 'zqnameonequillfeather bell' })
  await revealSource(owner, { id })
  await changeSealed(owner, { id, base: 0, name: 'zqnametwoquillfeather bell', ...secret })
  await changeSource(owner, await changeOf(owner, id, { codeName: 'Brass lantern', terms: 'DEEP_BACKGROUND' as const }))
  expect((await findSources(owner, { words: 'zqnametwoquillfeather' })).sources).toHaveLength(1)
  expect((await findSources(owner, { words: 'zqlookedforsomebody' })).sources).toHaveLength(0)
  expect((await findSources(administrator, { words: 'zqnametwoquillfeather' })).sources).toHaveLength(0)

  // Behind a claim, and through a merge.
  const ids = [newId(), newId()]
  const partyId = newId()
  const at = new Date()
  await database().party.create({ data: { id: partyId, kind: 'PERSON', name: 'Ines', createdAt: at } })
  for (const claimId of ids) {
    await database().claim.create({
      data: { id: claimId, statement: 'It sinks', speakerId: partyId, changedAt: at, createdAt: at },
    })
    const event = { id: newId(), claimId, kind: 'ASSERTED' as const, speakerId: partyId, quote: '', createdAt: at }
    await database().claimEvent.create({ data: event })
    await standBehind(owner, { sourceId: id, eventId: event.id })
  }
  const editor = await aPerson('EDITOR')
  await mergeClaims(editor, { id: ids[0] ?? '', intoId: ids[1] ?? '' })

  // Everything that can go wrong on the way, told as the doors tell it.
  const failures = await Promise.allSettled([
    createSource(owner, { ...input, name: 'zqnameonequillfeather bell', codeName: 'Brass lantern' }),
    createSource(owner, { ...input, name: 'zqnameonequillfeather bell', codeName: 'zqnameonequillfeather' }),
    createSource(owner, { ...input, name: 'zqnameonequillfeather bell', codeName: 'Other', readerIds: [newId()] }),
    createSource(owner, { ...input, name: 'zqnameonequillfeather bell\u0000', codeName: 'Bad \u0000 letters' }),
    changeSealed(owner, { id, base: 0, name: 'zqnametwoquillfeather bell', ...secret }),
    changeSealed(administrator, { id, base: 2, name: 'zqnametwoquillfeather bell', ...secret }),
    revealSource(administrator, { id }),
  ])
  const { sealed } = await database().source.findUniqueOrThrow({ where: { id } })
  for (const failure of failures) {
    expect(failure.status).toBe('rejected')
    if (failure.status === 'rejected') written += JSON.stringify(problemOf(failure.reason, 'a test'))
  }
  await database().source.update({ where: { id }, data: { sealed: sealed.slice(0, -1) } })
  const broken = await revealSource(owner, { id }).catch((error: unknown) => problemOf(error, 'a test'))
  written += JSON.stringify(broken)
  await database().source.update({ where: { id }, data: { sealed } })
  expect(written).toContain('a source cannot be opened')

  for (const [name, text] of await everyTable()) expect(found(text), name).toEqual([])
  expect(found(written)).toEqual([])
  const parts: string[] = []
  for await (const part of await exportEvents(administrator, {} as never)) parts.push(part)
  expect(parts.join('')).toContain('Brass lantern')
  const screen = JSON.stringify([await listEvents(administrator, {} as never), await getSource(administrator, id)])
  expect(found(parts.join('') + screen)).toEqual([])
  // The control: whoever is named on it, finds it.
  expect(found(JSON.stringify(await revealSource(owner, { id }))).sort()).toEqual([
    'zqcontactsomewhere',
    'zqnametwoquillfeather',
    'zqnoteswrittenhere',
  ])
  expect([...(await everyTable()).values()].join('')).toContain('Brass lantern')
})
