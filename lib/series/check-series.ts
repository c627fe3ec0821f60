import { seriesPath } from '../articles/paths'
import type { Transaction } from '../db/database'
import { parseShelfName } from '../shelves/create-byline'
import { freeSlug } from '../shelves/free-slug'
import { refusal } from '../shelves/refusal'
import type { Series } from './series'
import type { SeriesInput } from './series-input'

/**
 * A series as it may be written, after everything that can be wrong with it was asked. The caller holds `lockSeries`.
 * @param own the series as it stands, null for a new one
 * @throws Invalid that says which field and why
 */
export async function checkSeries(
  tx: Transaction,
  { name: typedName, slug: typedSlug, description }: SeriesInput,
  own: Series | null,
): Promise<SeriesInput> {
  const name = parseShelfName(typedName)
  await assertNameFree(tx, name, own)
  const slug = typedSlug || own?.slug || (await freeSlug(name, async (taken) => (await findOwner(tx, taken)) !== null))
  await assertSlugFree(tx, slug, own)
  return { name, slug, description }
}

async function assertNameFree(tx: Transaction, name: string, own: Series | null): Promise<void> {
  const [taken] = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM "Series"
    WHERE standfirst_plain(name) = standfirst_plain(${name}) AND id IS DISTINCT FROM ${own?.id ?? null}::uuid`
  if (taken !== undefined) throw refusal('name', 'taken', `There is a series “${taken.name}” already.`)
}

/** A slug that leads to another series, now or from former days, is refused: its readers would be sent astray. */
async function assertSlugFree(tx: Transaction, slug: string, own: Series | null): Promise<void> {
  const owner = await findOwner(tx, slug)
  if (owner === null || owner.id === own?.id) return
  const message =
    owner.slug === slug
      ? `${seriesPath(slug)} is the address of “${owner.name}”. Choose another.`
      : `${seriesPath(slug)} leads readers to “${owner.name}”, which once had it. Choose another.`
  throw refusal('slug', 'taken', message)
}

async function findOwner(tx: Transaction, slug: string): Promise<{ id: string; slug: string; name: string } | null> {
  const row = await tx.seriesSlug.findUnique({ where: { slug }, select: { series: true } })
  return row?.series ?? null
}
