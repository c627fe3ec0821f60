import { Fragment } from 'prosemirror-model'
import { claimsIn } from '../claims/claim-uses'
import type { ClaimEventKind } from '../claims/standing'
import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import type { Document } from '../document/document'

/** Blocks that ask a reader to go elsewhere. */
const PROMOS: Readonly<Record<string, string>> = {
  newsletterSignUp: 'The newsletter’s sign-up',
  related: 'The related list',
}

/** What the marks of a document tell, by the id of the event. */
export type ToldKinds = ReadonlyMap<string, { claimId: string; kind: ClaimEventKind }>

type Placed = {
  document: Document
  /** What was moved: its name, and where it stands in the document that was given. */
  moved: { name: string; position: number }[]
}

/**
 * The document with no promo between a claim and its denial: a reader who stops at one has not read who denies it. Each that stands
 * there comes right after the denial. Everything else keeps its order.
 */
export function placePromos(document: Document, kinds: ToldKinds): Placed {
  const gaps = gapsOf(document, kinds)
  const moved: Placed['moved'] = []
  const blocks = document.children.map((node, index) => ({ node, index, place: index }))
  let position = 0
  for (const block of blocks) {
    const name = PROMOS[block.node.type.name]
    if (name !== undefined) block.place = placeOf(block.index, gaps)
    if (name !== undefined && block.place !== block.index) moved.push({ name, position })
    position += block.node.nodeSize
  }
  if (moved.length === 0) return { document, moved }
  blocks.sort((one, other) => one.place - other.place || one.index - other.index)
  return { document: document.copy(Fragment.fromArray(blocks.map(({ node }) => node))), moved }
}

/** As {@link placePromos}, with what the events of the marks are asked from the register. */
export async function withPlacedPromos(tx: Transaction, document: Document): Promise<Placed> {
  return placePromos(document, await kindsIn(tx, document))
}

async function kindsIn(tx: Transaction, document: Document): Promise<ToldKinds> {
  const ids = claimsIn(document).map(({ eventId }) => eventId)
  if (ids.length === 0) return new Map()
  const events = await sqlOn(tx)<{ id: string; claimId: string; kind: ClaimEventKind }>`
    SELECT id, "claimId", kind::text FROM "ClaimEvent" WHERE id = ANY(${ids}::uuid[])`
  return new Map(events.map(({ id, claimId, kind }) => [id, { claimId, kind }]))
}

type Gap = { from: number; to: number }

/** From the block that first tells a claim to the one that first tells its denial, where that comes later. */
function gapsOf(document: Document, kinds: ToldKinds): Gap[] {
  const claimed = new Map<string, number>()
  const denied = new Map<string, number>()
  document.children.forEach((node, index) => {
    for (const { eventId } of claimsIn(document.copy(Fragment.from(node)))) {
      const told = kinds.get(eventId)
      if (told === undefined) continue
      const first =
        told.kind === 'DENIED' ? denied : told.kind === 'ASSERTED' || told.kind === 'REPEATED' ? claimed : null
      if (first !== null && !first.has(told.claimId)) first.set(told.claimId, index)
    }
  })
  return [...claimed].flatMap(([claimId, from]) => {
    const to = denied.get(claimId)
    return to === undefined || to <= from ? [] : [{ from, to }]
  })
}

/** Behind the denial of one claim, there may be another that waits for its own. */
function placeOf(index: number, gaps: readonly Gap[]): number {
  let place = index
  for (;;) {
    const around = gaps.filter(({ from, to }) => from < place && place < to)
    if (around.length === 0) return place
    place = Math.max(...around.map(({ to }) => to)) + 0.5
  }
}
