import { takeSectionAddresses } from '../articles/former-addresses'
import { recordEvent } from '../audit'
import { type Transaction, transaction } from '../db/database'
import { Invalid, NotFound } from '../errors'
import { newId } from '../ids'
import { moveMenuEntries } from '../menus/move-menu-entries'
import type { Actor, PersonActor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { findNamesake } from './assert-free'
import { moveSectionArticles, moveTopicArticles } from './move-articles'
import { allShelves, LEVELS_MOST, lockShelves, type Shelf, type ShelfKind } from './shelf'
import { shelfTags } from './shelf-tags'
import { moveTemplates } from './template-shelves'
import { ancestorsOf, heightOf } from './tree'

export type MergeInput = {
  kind: ShelfKind
  /** What vanishes. */
  id: string
  /** What takes in its articles, its names, its addresses and what stands below it. */
  intoId: string
}

/**
 * Merges one shelf into another of its kind, in one transaction: articles, what stands below, names and addresses go to the
 * other. Former addresses point at ids, so every one that the vanished shelf ever had leads to the other in one step.
 *
 * @throws Forbidden, NotFound
 * @throws Invalid when the other stands below it, when the tree would get too deep, or when two public articles would have one
 *   address
 */
export async function mergeShelves(actor: Actor, { kind, id, intoId }: MergeInput): Promise<void> {
  authorise(actor, kind === 'topic' ? 'topic.merge' : 'section.merge')
  const tags = await transaction(async (tx) => {
    await lockShelves(tx)
    const before = await allShelves(tx, kind)
    const { from, into } = pairOf(before, id, intoId)
    assertMayTakeIn(before, from, into)
    const move = kind === 'topic' ? moveTopicArticles : moveSectionArticles
    const articles = await move(tx, from, into, nameOf(actor))
    await moveTemplates(tx, kind, from.id, into.id)
    const menus = await moveMenuEntries(tx, kind, from.id, into.id)
    await moveChildren(tx, kind, from.id, into.id)
    await moveAddresses(tx, kind, from.id, into.id)
    await moveNames(tx, kind, from, into)
    await countChange(tx, kind, into.id)
    if (kind === 'section') await takeSectionAddresses(tx, into.id)
    await recordEvent(tx, actor, {
      action: `${kind}.merge`,
      thing: kind,
      thingId: into.id,
      detail: { mergedId: from.id, mergedName: from.name, mergedSlug: from.slug, articles },
    })
    const tags = [...new Set([...shelfTags(kind, before, [id, intoId]), ...menus])]
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}

/** Both shelves. @throws NotFound when one of them is gone, Invalid when they are one */
export function pairOf(shelves: readonly Shelf[], id: string, intoId: string): { from: Shelf; into: Shelf } {
  const from = shelves.find((shelf) => shelf.id === id)
  const into = shelves.find((shelf) => shelf.id === intoId)
  if (from === undefined || into === undefined) throw new NotFound('One of the two does not exist any more.')
  if (from === into) throw new Invalid('Choose another one to merge it into.')
  return { from, into }
}

/** @throws Invalid when the one that stays stands below the one that vanishes, or when the tree would get too deep */
export function assertMayTakeIn(shelves: readonly Shelf[], from: Shelf, into: Shelf): void {
  const above = ancestorsOf(shelves, into.id)
  if (above.includes(from))
    throw new Invalid(
      `“${into.name}” stands below “${from.name}”: give it another parent first, or merge the other way.`,
    )
  if (above.length + heightOf(shelves, from.id) > LEVELS_MOST)
    throw new Invalid(`What stands below “${from.name}” would stand deeper than ${LEVELS_MOST} levels.`)
}

function nameOf(actor: Actor): PersonActor['name'] {
  return actor.kind === 'nobody' ? '' : actor.name
}

/** Whoever has the form of the one that stays open is asked: it has other names now. */
async function countChange(tx: Transaction, kind: ShelfKind, id: string): Promise<void> {
  const change = { where: { id }, data: { version: { increment: 1 } } }
  if (kind === 'topic') await tx.topic.update(change)
  else await tx.section.update(change)
}

async function moveChildren(tx: Transaction, kind: ShelfKind, id: string, intoId: string): Promise<void> {
  const children = { where: { parentId: id }, data: { parentId: intoId, version: { increment: 1 } } }
  if (kind === 'topic') await tx.topic.updateMany(children)
  else await tx.section.updateMany(children)
}

async function moveAddresses(tx: Transaction, kind: ShelfKind, id: string, intoId: string): Promise<void> {
  if (kind === 'topic') await tx.topicSlug.updateMany({ where: { topicId: id }, data: { topicId: intoId } })
  else await tx.sectionSlug.updateMany({ where: { sectionId: id }, data: { sectionId: intoId } })
}

/** The vanished one's names become other names of the one that stays, and it vanishes. */
async function moveNames(tx: Transaction, kind: ShelfKind, from: Shelf, into: Shelf): Promise<void> {
  const of = (id: string) => (kind === 'topic' ? { topicId: id } : { sectionId: id })
  await tx.shelfAlias.updateMany({ where: of(from.id), data: of(into.id) })
  if (kind === 'topic') await tx.topic.delete({ where: { id: from.id } })
  else await tx.section.delete({ where: { id: from.id } })
  if ((await findNamesake(tx, kind, from.name, null)) !== null) return
  await tx.shelfAlias.create({ data: { id: newId(), name: from.name, ...of(into.id) } })
}
