import type { Transaction } from '../db/database'
import type { Document } from '../document/document'
import type { Issue } from '../errors'
import { withPlacedPromos } from './place-promos'
import { sensitiveShelves } from './sensitive'

type Going = { document: Document; sectionId: string | null; topicIds: readonly string[] }

/** What an editor is told of promos that readers get elsewhere, or not at all. Nothing of it holds a story back. */
export async function promoIssues(tx: Transaction, { document, ...filed }: Going): Promise<Issue[]> {
  const signUps = placesOf(document, 'newsletterSignUp')
  const [{ moved }, [shelf]] = await Promise.all([
    withPlacedPromos(tx, document),
    signUps.length === 0 ? [] : sensitiveShelves(tx, filed),
  ])
  const between = moved.map(({ name, position }) =>
    told(
      position,
      'promo-moved',
      `${name} stands between a claim and its denial. Readers get it right after the denial.`,
    ),
  )
  if (shelf === undefined) return between
  const message = `Stories filed under “${shelf}” ask readers for nothing: they get no sign-up here.`
  return [...between, ...signUps.map((position) => told(position, 'promo-left-out', message))]
}

function told(position: number, code: string, message: string): Issue {
  return { field: `document:${position}`, code, message, severity: 'warning' }
}

function placesOf(document: Document, type: string): number[] {
  const places: number[] = []
  document.descendants((node, position) => {
    if (node.type.name === type) places.push(position)
  })
  return places
}
