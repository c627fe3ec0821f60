import { database } from '@/lib/db/database'
import type { PersonActor } from '@/lib/policy/actor'
import { createSource } from '@/lib/sources/create-source'
import { CreateSource } from '@/lib/sources/source-input'
import { standBehind } from '@/lib/sources/stand-behind'
import type { SampleArticle } from './article'

/** Puts down on whom and what an article stands. What an interrupted run has put down is left as it is. */
export async function putDownSources(
  articleId: string,
  { sources = [] }: SampleArticle,
  { author, editor }: { author: PersonActor; editor: PersonActor },
): Promise<void> {
  for (const { behind, ...source } of sources) {
    const { codeName } = source
    const found = await database().source.findFirst({ where: { codeName }, select: { id: true } })
    const input = CreateSource.parse({ ...source, isKnown: true, sameOriginAs: null, readerIds: [editor.id] })
    const { id } = found ?? (await createSource(author, input))
    const events = await database().claimEvent.findMany({ where: { articleId, quote: { in: [...behind] } } })
    for (const event of events) await standBehind(author, { sourceId: id, eventId: event.id })
  }
}
