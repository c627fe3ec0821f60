import { beforeAll, describe, expect, test } from 'vitest'
import { moveArticle } from '@/lib/articles/move-article'
import { database } from '@/lib/db/database'
import { changeDesk } from '@/lib/desks/change-desk'
import { createDesk } from '@/lib/desks/create-desk'
import { deleteDesk } from '@/lib/desks/delete-desk'
import type { DeskInput } from '@/lib/desks/desk-input'
import { listDesks, listKeptDesks } from '@/lib/desks/list-desks'
import { moveDesk } from '@/lib/desks/move-desk'
import { Forbidden, Invalid, NotFound, NotSignedIn } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { PersonActor } from '@/lib/policy/actor'
import { anArticle } from '@/tests/support/articles'
import { aPerson, aSection } from '@/tests/support/newsroom-rows'

let administrator: PersonActor
let reporter: PersonActor

beforeAll(async () => {
  administrator = await aPerson('ADMINISTRATOR', 'Ada Keeper')
  reporter = await aPerson('REPORTER', 'Rolf Reporter')
})

const input = (wanted: Partial<DeskInput> = {}): DeskInput => ({
  name: `Desk ${newId().slice(-12)}`,
  slug: '',
  members: [],
  sectionIds: [],
  ...wanted,
})
const aDesk = (wanted: Partial<DeskInput> = {}) => createDesk(administrator, input(wanted))
const kept = async (id: string) => (await listKeptDesks(administrator)).find((desk) => desk.id === id)

describe('A desk', () => {
  test('has people, leads, sections and an address made from its name', async () => {
    const section = await aSection()
    const { id, slug } = await aDesk({
      name: 'Harbour desk',
      members: [
        { personId: reporter.id, isLead: true },
        { personId: administrator.id, isLead: false },
      ],
      sectionIds: [section.id],
    })
    expect(slug).toBe('harbour-desk')
    expect(await kept(id)).toMatchObject({
      name: 'Harbour desk',
      members: [
        { name: 'Rolf Reporter', isLead: true },
        { name: 'Ada Keeper', isLead: false },
      ],
      sections: [{ id: section.id }],
      articles: 0,
    })
  })

  test('gets what is filed in its section', async () => {
    const section = await aSection()
    const { id } = await aDesk({ sectionIds: [section.id] })
    const articleId = await anArticle(reporter, { sectionId: section.id })
    await moveArticle(reporter, { articleId, move: 'file' })
    expect(await database().article.findUniqueOrThrow({ where: { id: articleId } })).toMatchObject({ deskId: id })
  })

  test('takes a section from the desk that had it', async () => {
    const section = await aSection()
    const before = await aDesk({ sectionIds: [section.id] })
    const after = await aDesk({ sectionIds: [section.id] })
    expect((await kept(before.id))?.sections).toEqual([])
    expect((await kept(after.id))?.sections).toHaveLength(1)
  })

  test('is renamed, loses people and sections, and keeps what was not changed', async () => {
    const section = await aSection()
    const { id, slug } = await aDesk({
      members: [{ personId: reporter.id, isLead: true }],
      sectionIds: [section.id],
    })
    await changeDesk(administrator, { id, ...input({ name: `Tide ${slug}` }) })
    expect(await kept(id)).toMatchObject({ name: `Tide ${slug}`, slug, members: [], sections: [] })
  })

  test('refuses names and addresses that another has, people twice, and what does not exist', async () => {
    const { slug } = await aDesk({ name: 'Court desk' })
    await expect(aDesk({ name: 'COURT DESK' })).rejects.toThrow('There is a desk “Court desk” already.')
    await expect(aDesk({ slug })).rejects.toThrow('“Court desk” has this address already')
    await expect(aDesk({ name: '   ' })).rejects.toThrow('Type a name.')
    const me = { personId: reporter.id, isLead: false }
    await expect(aDesk({ members: [me, me] })).rejects.toThrow('Each person once.')
    await expect(aDesk({ members: [{ personId: newId(), isLead: false }] })).rejects.toThrow(Invalid)
    await expect(aDesk({ sectionIds: [newId()] })).rejects.toThrow(Invalid)
    await expect(changeDesk(administrator, { id: newId(), ...input() })).rejects.toThrow(NotFound)
  })

  test('moves among the others, and not at the ends', async () => {
    await database().desk.deleteMany({ where: { articles: { none: {} } } })
    const first = await aDesk()
    const second = await aDesk()
    const order = async () =>
      (await listDesks(reporter)).map(({ id }) => id).filter((id) => id === first.id || id === second.id)
    expect(await order()).toEqual([first.id, second.id])
    await moveDesk(administrator, { id: second.id, to: 'up' })
    expect(await order()).toEqual([second.id, first.id])
    await moveDesk(administrator, { id: first.id, to: 'down' })
    expect(await order()).toEqual([second.id, first.id])
  })

  test('of the same name comes once, when two make it at the same moment', async () => {
    const outcomes = await Promise.allSettled([aDesk({ name: 'Dawn desk' }), aDesk({ name: 'Dawn desk' })])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('goes when it is empty, and stays when it has an article', async () => {
    const empty = await aDesk()
    await deleteDesk(administrator, { id: empty.id })
    expect(await kept(empty.id)).toBeUndefined()
    const { id } = await aDesk()
    const articleId = await anArticle(reporter)
    await database().article.update({ where: { id: articleId }, data: { deskId: id } })
    await expect(deleteDesk(administrator, { id })).rejects.toThrow('has an article: it stays.')
    await expect(deleteDesk(administrator, { id: empty.id })).rejects.toThrow(NotFound)
  })

  test('is changed by administrators alone, and each change is written down', async () => {
    const editor = await aPerson('EDITOR')
    const { id } = await aDesk()
    const tries = [
      (actor: PersonActor) => createDesk(actor, input()),
      (actor: PersonActor) => changeDesk(actor, { id, ...input() }),
      (actor: PersonActor) => moveDesk(actor, { id, to: 'up' }),
      (actor: PersonActor) => deleteDesk(actor, { id }),
      (actor: PersonActor) => listKeptDesks(actor),
    ]
    for (const attempt of tries) {
      await expect(attempt(editor)).rejects.toThrow(Forbidden)
      await expect(attempt(reporter)).rejects.toThrow(Forbidden)
    }
    await expect(createDesk({ kind: 'nobody' }, input())).rejects.toThrow(NotSignedIn)
    await changeDesk(administrator, { id, ...input() })
    await deleteDesk(administrator, { id })
    const events = await database().auditEvent.findMany({ where: { thingId: id } })
    expect(events.map(({ action }) => action).sort()).toEqual(['desk.create', 'desk.delete', 'desk.edit'])
  })
})
