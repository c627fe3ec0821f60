import { beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '@/lib/db/database'
import { CannotOpen, Conflict, Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { Actor, PersonActor } from '@/lib/policy/actor'
import { changeSealed, changeSource } from '@/lib/sources/change-source'
import { createSource } from '@/lib/sources/create-source'
import { findSources } from '@/lib/sources/find-sources'
import { getSource } from '@/lib/sources/get-source'
import { listSources } from '@/lib/sources/list-sources'
import { resealSources } from '@/lib/sources/reseal-sources'
import { revealSource } from '@/lib/sources/reveal-source'
import { aPerson } from '@/tests/support/newsroom-rows'
import { aSourceInput, changeOf, NAME } from './a-source'

const settings = vi.hoisted(() => ({ SOURCE_KEY: undefined as string[] | undefined }))
vi.mock('@/lib/env', async (load) => {
  const { env } = await load<typeof import('@/lib/env')>()
  return { env: () => ({ ...env(), ...(settings.SOURCE_KEY ? { SOURCE_KEY: settings.SOURCE_KEY } : {}) }) }
})

let owner: PersonActor
let named: PersonActor
let reporter: PersonActor
let administrator: PersonActor
let lawyer: PersonActor
const system: Actor = { kind: 'system', name: 'jobs' }

beforeAll(async () => {
  owner = await aPerson('REPORTER', 'Olga Owner')
  named = await aPerson('EDITOR', 'Ned Named')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
  administrator = await aPerson('ADMINISTRATOR', 'Ada Administrator')
  lawyer = await aPerson('LAWYER', 'Lena Lawyer')
})

const aSource = async (more: object = {}) => (await createSource(owner, aSourceInput(more))).id
const viewsOf = (thingId: string) => database().auditEvent.findMany({ where: { thingId, action: 'source.reveal' } })
const foundBy = async (actor: Actor, words: string) =>
  (await findSources(actor, { words })).sources.map((source) => source.id)

describe('A confidential source', () => {
  test('is for those named on it alone: neither another reporter nor an administrator nor the system sees the name', async () => {
    const id = await aSource({ readerIds: [named.id] })
    expect(await revealSource(owner, { id })).toMatchObject({ name: NAME, contact: 'Under the bridge' })
    expect(await revealSource(named, { id })).toMatchObject({ name: NAME })
    for (const actor of [reporter, administrator, lawyer, system])
      await expect(revealSource(actor, { id })).rejects.toThrow(Forbidden)
    await expect(revealSource({ kind: 'nobody' }, { id })).rejects.toThrow(Forbidden)
    for (const actor of [reporter, administrator, lawyer]) {
      const seen = await getSource(actor, id)
      expect(seen).toMatchObject({ name: null, inside: null, claims: null, mayEdit: false, mayUse: false })
      expect(JSON.stringify(seen)).not.toMatch(/quill|bridge|tuesdays|ned named/i)
      const listed = (await listSources(actor, {})).sources.find((source) => source.id === id)
      expect(listed).toMatchObject({ isMine: false, name: null })
      expect(Object.keys(listed ?? {})).not.toContain('sealed')
    }
    await expect(getSource({ kind: 'nobody' }, id)).rejects.toThrow(NotSignedIn)
  })

  test('each look is written down, with the code name and never the name', async () => {
    const id = await aSource({ codeName: 'Copper finch of the log' })
    await revealSource(owner, { id })
    await revealSource(owner, { id })
    await expect(revealSource(administrator, { id })).rejects.toThrow(Forbidden)
    const views = await viewsOf(id)
    expect(views.map(({ personId, detail }) => ({ personId, detail }))).toEqual(
      Array.from({ length: 2 }, () => ({ personId: owner.id, detail: { codeName: 'Copper finch of the log' } })),
    )
    const { inside } = await getSource(owner, id)
    expect(inside).toMatchObject({ viewCount: 2, views: [{ person: 'Olga Owner' }, { person: 'Olga Owner' }] })
  })

  test('is found by name by those named alone, by a part of it and without accents; by code name by everybody', async () => {
    const id = await aSource({ name: 'Žofia Novák-Bell', codeName: 'Grey lighthouse' })
    expect(await foundBy(owner, 'zofia nov')).toEqual([id])
    for (const actor of [named, reporter, administrator]) expect(await foundBy(actor, 'zofia')).toEqual([])
    expect(await foundBy(administrator, 'LIGHTHOUSE')).toEqual([id])
    expect(await foundBy(owner, '  ')).toEqual([])
    expect(await foundBy(owner, '%')).toEqual([])
  })

  test('who is taken off sees nothing any more; the last one stays', async () => {
    const id = await aSource({ readerIds: [named.id] })
    await changeSource(named, await changeOf(named, id, { readerIds: [named.id] }))
    await expect(revealSource(owner, { id })).rejects.toThrow(Forbidden)
    expect((await getSource(owner, id)).inside).toBeNull()
    await expect(changeSource(owner, await changeOf(named, id, {}))).rejects.toThrow(Forbidden)
    await expect(changeSource(named, await changeOf(named, id, { readerIds: [] }))).rejects.toThrow(Invalid)
    await expect(changeSource(named, await changeOf(named, id, { readerIds: [newId()] }))).rejects.toThrow(Invalid)
  })

  test('neither an administrator nor a lawyer who is not named puts themselves on it', async () => {
    const id = await aSource()
    const mine = await changeOf(owner, id, {})
    for (const actor of [administrator, lawyer])
      await expect(changeSource(actor, { ...mine, readerIds: [actor.id] })).rejects.toThrow(Forbidden)
    const secret = { id, base: 0, name: 'Somebody Else', contact: '', notes: '' }
    await expect(changeSealed(administrator, secret)).rejects.toThrow(Forbidden)
    // A lawyer who is named reads, and changes nothing.
    await changeSource(owner, { ...mine, readerIds: [owner.id, lawyer.id] })
    expect(await revealSource(lawyer, { id })).toMatchObject({ name: NAME })
    await expect(changeSealed(lawyer, { ...secret, base: 1 })).rejects.toThrow(Forbidden)
  })

  test('what two change at once is not lost', async () => {
    const id = await aSource()
    const seen = await changeOf(owner, id, { terms: 'DEEP_BACKGROUND' as const })
    await changeSealed(owner, { id, base: seen.base, name: 'Pim Sanderling', contact: '', notes: '' })
    await expect(changeSource(owner, seen)).rejects.toThrow(Conflict)
    expect(await revealSource(owner, { id })).toMatchObject({ name: 'Pim Sanderling', version: 1 })
  })

  test('its code name and its terms tell nothing', async () => {
    await expect(aSource({ codeName: 'Zora’s friend' })).rejects.toThrow(Invalid)
    await expect(aSource({ terms: 'ON_THE_RECORD' })).rejects.toThrow(Invalid)
    const id = await aSource({ codeName: 'Silver heron' })
    await expect(aSource({ codeName: 'SILVER HERON' })).rejects.toThrow(Conflict)
    await expect(changeSource(owner, await changeOf(owner, id, { codeName: 'Quillfeather' }))).rejects.toThrow(Invalid)
    await expect(changeSealed(owner, { id, base: 0, name: 'Mara Heron', contact: '', notes: '' })).rejects.toThrow(
      Invalid,
    )
    await expect(createSource(lawyer, aSourceInput())).rejects.toThrow(Forbidden)
    await expect(createSource(system, aSourceInput())).rejects.toThrow(Forbidden)
    await expect(revealSource(owner, { id: newId() })).rejects.toThrow(NotFound)
  })

  test('may be opened to the newsroom, and is not sealed afterwards', async () => {
    const id = await aSource()
    await changeSource(owner, await changeOf(owner, id, { isConfidential: false }))
    expect(await getSource(reporter, id)).toMatchObject({ name: NAME, inside: null, claims: [], mayUse: true })
    expect(await foundBy(reporter, 'quillfeather')).toContain(id)
    // Contact and notes stay with those named.
    await expect(revealSource(reporter, { id })).rejects.toThrow(Forbidden)
    await expect(changeSource(owner, await changeOf(owner, id, { isConfidential: true }))).rejects.toThrow(Invalid)
    await changeSource(owner, await changeOf(owner, id, { terms: 'ON_THE_RECORD' as const }))
  })
})

test('the list has one’s own sources first, and goes on where it stopped', async () => {
  await database().source.deleteMany()
  const theirs = await aSource({ codeName: 'A first of another' })
  const { id: mine } = await createSource(named, aSourceInput({ codeName: 'Z last and mine' }))
  const ids = async (cursor?: string) => {
    const { sources, nextCursor } = await listSources(named, { cursor, limit: 1 })
    return [sources.map(({ id }) => id), nextCursor]
  }
  expect(await ids()).toEqual([[mine], mine])
  expect(await ids(mine)).toEqual([[theirs], null])
})

describe('What is sealed', () => {
  const said = (promise: Promise<unknown>) =>
    promise.then(
      () => 'It was opened',
      (error: unknown) => (error instanceof CannotOpen ? error.message : `Another error: ${String(error)}`),
    )

  test('is refused when changed, and when it is another row’s; nothing is counted as a look', async () => {
    const [one, two] = [await aSource({ codeName: 'Row one' }), await aSource({ codeName: 'Row two' })]
    const { sealed } = await database().source.findUniqueOrThrow({ where: { id: one } })
    await database().source.update({ where: { id: two }, data: { sealed } })
    expect(await said(revealSource(owner, { id: two }))).toMatch(/was changed, or belongs to another source/)
    const changed = new Uint8Array(sealed)
    changed[40] = (changed[40] ?? 0) ^ 1
    await database().source.update({ where: { id: one }, data: { sealed: changed, isConfidential: false } })
    expect(await said(revealSource(owner, { id: one }))).toMatch(/was changed/)
    expect(await viewsOf(one)).toEqual([])
    // Lists go on without it.
    expect(await getSource(owner, one)).toMatchObject({ codeName: 'Row one', name: null })
    expect(await foundBy(owner, 'row one')).toEqual([one])
  })

  test('is refused under a wrong key, and a key before it opens it until it is sealed anew', async () => {
    const id = await aSource({ codeName: 'Key turner' })
    const [first, second] = ['a'.repeat(43), 'b'.repeat(43)]
    const tests = ['only-for-tests-0123456789-0123456789-abcdef']
    settings.SOURCE_KEY = [first]
    expect(await said(revealSource(owner, { id }))).toMatch(/a key that the server does not have \([0-9a-f]{12}\)/)
    settings.SOURCE_KEY = []
    expect(await said(revealSource(owner, { id }))).toMatch(/key of the source register is missing/)
    settings.SOURCE_KEY = [second, ...tests]
    expect(await revealSource(owner, { id })).toMatchObject({ name: NAME })
    expect(await resealSources()).toBeGreaterThan(0)
    settings.SOURCE_KEY = [second]
    expect(await revealSource(owner, { id })).toMatchObject({ name: NAME })
    expect(await said(getSource(owner, id))).toBe('It was opened')
    settings.SOURCE_KEY = undefined
  })
})
