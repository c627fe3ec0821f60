import { installReaderCache } from '@/lib/reader-cache/purge'

/** What the cache of this process is told to forget. */
export async function purgedBy(work: () => Promise<unknown>): Promise<string[]> {
  const purged: string[] = []
  const stop = installReaderCache({
    purge: (tags) => void purged.push(...tags),
    purgeAll: () => undefined,
    warm: () => undefined,
  })
  await work().finally(stop)
  return purged
}
