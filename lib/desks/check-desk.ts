import type { Transaction } from '../db/database'
import { parseShelfName } from '../shelves/create-byline'
import { freeSlug } from '../shelves/free-slug'
import { refusal } from '../shelves/refusal'
import type { Desk } from './desk'
import type { DeskInput } from './desk-input'

/**
 * A desk as it may be written, after everything that can be wrong with it was asked. The caller holds `lockDesks`.
 * @param own the desk as it stands, null for a new one
 * @throws Invalid that says which field and why
 */
export async function checkDesk(tx: Transaction, input: DeskInput, own: Desk | null): Promise<Omit<Desk, 'id'>> {
  const name = parseShelfName(input.name)
  await assertNameFree(tx, name, own)
  const slug =
    input.slug || own?.slug || (await freeSlug(name, async (taken) => (await findBySlug(tx, taken)) !== null))
  const owner = await findBySlug(tx, slug)
  if (owner !== null && owner.id !== own?.id)
    throw refusal('slug', 'taken', `“${owner.name}” has this address already. Choose another.`)
  await assertPeople(tx, input)
  await assertSections(tx, input)
  return { name, slug }
}

async function assertNameFree(tx: Transaction, name: string, own: Desk | null): Promise<void> {
  const [taken] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM "Desk"
    WHERE standfirst_plain(name) = standfirst_plain(${name}) AND id IS DISTINCT FROM ${own?.id ?? null}::uuid`
  if (taken !== undefined) throw refusal('name', 'taken', `There is a desk “${taken.name}” already.`)
}

function findBySlug(tx: Transaction, slug: string): Promise<Desk | null> {
  return tx.desk.findUnique({ where: { slug }, select: { id: true, slug: true, name: true } })
}

async function assertPeople(tx: Transaction, { members }: DeskInput): Promise<void> {
  const ids = new Set(members.map(({ personId }) => personId))
  if (ids.size < members.length) throw refusal('members', 'twice', 'Each person once.')
  const known = await tx.person.count({ where: { id: { in: [...ids] } } })
  if (known < ids.size) throw refusal('members', 'unknown', 'Somebody of these is not in the newsroom. Choose again.')
}

async function assertSections(tx: Transaction, { sectionIds }: DeskInput): Promise<void> {
  const known = await tx.section.count({ where: { id: { in: sectionIds } } })
  if (known < new Set(sectionIds).size)
    throw refusal('sectionIds', 'unknown', 'One of these sections does not exist any more. Choose again.')
}
