import { database, type Transaction } from '../db/database'

type Filed = { sectionId: string | null; topicIds: readonly string[] }

/**
 * The names of the sections and topics among these on which stories ask readers for nothing: deaths, children, crimes. Empty where
 * none of them is one.
 */
export async function sensitiveShelves(tx: Transaction, { sectionId, topicIds }: Filed): Promise<string[]> {
  const [section, topics] = await Promise.all([
    sectionId === null
      ? null
      : tx.section.findFirst({ where: { id: sectionId, isSensitive: true }, select: { name: true } }),
    topicIds.length === 0
      ? []
      : tx.topic.findMany({
          where: { id: { in: [...topicIds] }, isSensitive: true },
          orderBy: { name: 'asc' },
          select: { name: true },
        }),
  ])
  return [...(section === null ? [] : [section]), ...topics].map(({ name }) => name)
}

/**
 * What a document points at, as it may be printed on a story of these shelves: without newsletters where one of them is sensitive. Who
 * reads this for a page has recorded the shelves before.
 */
export async function withoutPromosOnSensitive<Resolved extends { newsletters: ReadonlyMap<string, unknown> }>(
  resolved: Resolved,
  filed: Filed,
): Promise<Resolved> {
  if (resolved.newsletters.size === 0 || (await sensitiveShelves(database(), filed)).length === 0) return resolved
  return { ...resolved, newsletters: new Map() }
}
