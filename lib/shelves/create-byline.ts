import { recordEvent } from '../audit'
import { now } from '../clock'
import { transaction } from '../db/database'
import { Invalid } from '../errors'
import { newId } from '../ids'
import { freeBylineSlug } from '../people/byline-slug'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'

export type ListedByline = { id: string; name: string; slug: string; hasLogin: boolean }

/**
 * A byline for somebody without a login: a guest, an agency, a translator.
 * @throws Forbidden
 * @throws Invalid without a name
 */
export async function createByline(
  actor: Actor,
  { name, jobTitle }: { name: string; jobTitle?: string },
): Promise<ListedByline> {
  authorise(actor, 'byline.create')
  const trimmed = parseShelfName(name)
  return transaction(async (tx) => {
    const slug = await freeBylineSlug(tx, trimmed)
    const byline = await tx.byline.create({
      data: { id: newId(), slug, name: trimmed, jobTitle: jobTitle ?? '', createdAt: now() },
    })
    await recordEvent(tx, actor, { action: 'byline.create', thing: 'byline', thingId: byline.id })
    return { id: byline.id, name: byline.name, slug: byline.slug, hasLogin: false }
  })
}

/** A name that can be printed: something, on one line, no control characters. */
export function parseShelfName(name: string): string {
  const trimmed = name.replace(/\s+/g, ' ').trim()
  if (trimmed !== '' && trimmed.length <= 120 && !/\p{Cc}/u.test(trimmed)) return trimmed
  const message = trimmed === '' ? 'Type a name.' : 'This name cannot be used: at most 120 characters, on one line.'
  throw new Invalid(message, [{ field: 'name', code: 'name', message, severity: 'blocking' }])
}
