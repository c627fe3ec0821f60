import { createArticleFrom } from '@/lib/articles/create-article'
import { publishArticle } from '@/lib/articles/publish-article'
import { saveField } from '@/lib/articles/save-field'
import { aDocument } from '@/tests/support/documents'
import { aLargeNewsroom, type LargeNewsroom } from './large-newsroom'

const PUBLISHERS = 8

/** Eight people who publish at once, each an article of their own: ones that follow nothing, and follow-ups of eight stories. */
export async function publishers(isSmall: boolean): Promise<Record<string, number>> {
  const rounds = isSmall ? 10 : 40
  const newsroom = await aLargeNewsroom({ articles: 1_000, links: 1_000, inbound: 10 })
  try {
    await publishAll(newsroom, 3, 'alone')
    return {
      aloneByOneASecond: await publishAll(newsroom, rounds, 'alone', 1),
      aloneByEightASecond: await publishAll(newsroom, rounds, 'alone'),
      followUpsByEightASecond: await publishAll(newsroom, rounds, 'follow-up'),
    }
  } finally {
    await newsroom.stop()
  }
}

/** @returns publications in a second */
async function publishAll(
  { editor, sectionId, ids }: LargeNewsroom,
  rounds: number,
  kind: 'alone' | 'follow-up',
  publishersAtOnce = PUBLISHERS,
): Promise<number> {
  const queues: string[][] = []
  for (let publisher = 0; publisher < publishersAtOnce; publisher++) {
    const queue: string[] = []
    for (let round = 0; round < rounds; round++) {
      const document = aDocument(`Bench ${kind} ${publisher} ${round} ${crypto.randomUUID()}`)
      const { id } = await createArticleFrom(editor, { document })
      await saveField(editor, { articleId: id, field: 'sectionId', value: sectionId, baseVersion: 0 })
      if (kind === 'follow-up')
        await saveField(editor, { articleId: id, field: 'followsId', value: ids[publisher] ?? null, baseVersion: 0 })
      queue.push(id)
    }
    queues.push(queue)
  }
  const startedAt = performance.now()
  await Promise.all(
    queues.map(async (queue) => {
      for (const articleId of queue) await publishArticle(editor, { articleId, version: 0 })
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  return Math.round(((rounds * publishersAtOnce) / seconds) * 10) / 10
}
