import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { followBreaking } from '@/lib/breaking/follow-breaking'
import { closeListening } from '@/lib/db/listen'
import { env } from '@/lib/env'
import { type FastLane, openFastLane } from '@/lib/reader-cache/fast-lane'
import { followPurges, installReaderCache, installSharedCache, type Purgeable } from '@/lib/reader-cache/purge'
import { ReaderCache } from '@/lib/reader-cache/reader-cache'
import { createRenderer } from '@/lib/reader-cache/render'
import { createListener, publicHeaders } from '@/lib/reader-cache/serve'
import { createSharedCache, type SharedCache } from '@/lib/reader-cache/shared-cache'
import { ReadCounter } from '@/lib/reads/count-reads'
import { countSearch } from '@/lib/search/count-search'
import { followLanguage } from '@/lib/settings/follow-language'

type ServerOptions = {
  port: number
  hostname?: string
  dev?: boolean
  /** Starts what runs beside the pages; what it returns is called before the server closes. */
  onStart?: () => Promise<(() => Promise<void>) | undefined>
}

const secondsToFinish = 5
const secondsToBegin = 3

/**
 * Serves the app: Next renders, the reader cache answers readers. Needs the variables of lib/env.ts and, unless `dev`, a build.
 * @throws when the port is taken (`EADDRINUSE`) or the build is missing
 */
export async function startServer(options: ServerOptions): Promise<{ port: number; close(): Promise<void> }> {
  const isDev = options.dev ?? false
  const { SITE_URL: siteUrl, READER_CACHE_MB: megabytes, TRUST_PROXY: trustedProxies } = env()
  const { PURGE_URL: purgeUrl, PURGE_TOKEN: purgeToken } = env()
  const server = createServer({ keepAliveTimeout: 65_000, noDelay: true })
  const app = next({
    dev: isDev,
    dir: join(import.meta.dirname, '..'),
    hostname: options.hostname ?? 'localhost',
    port: options.port,
    // Next answers upgrades on the server that it is given; only while developing is that ours.
    httpServer: isDev ? server : createServer(),
  })
  await app.prepare()
  const handler = app.getRequestHandler()
  const breaking = followBreaking()
  const shared = purgeUrl === undefined ? null : createSharedCache({ url: purgeUrl, token: purgeToken })
  const language = followLanguage()
  const cache = new ReaderCache({
    render: createRenderer(handler, siteUrl),
    headersFor: publicHeaders(siteUrl, shared !== null),
    isShared: shared !== null,
    megabytes,
    isKeeping: !isDev,
    banner: breaking.current,
  })
  const reads = new ReadCounter()
  const stopCounting = reads.start()
  const onRead = reads.note.bind(reads)
  server.on(
    'request',
    createListener(cache, handler, {
      ...{ siteUrl, trustedProxies, isDev, onRead, countSearch },
      language: language.current,
    }),
  )
  const lane = isDev ? null : openFastLane(server, cache, onRead)
  const purged = both(cache, both(breaking, language))
  const uninstall = installReaderCache(purged)
  const uninstallShared = shared === null ? undefined : installSharedCache(shared)
  const purges = followPurges(
    shared === null ? purged : { ...purged, purgeAll: () => forgetEverywhere(purged, shared) },
  )
  // What is rendered before then would not be kept. But a database that is down does not keep the app from starting.
  await Promise.race([purges.begun, sleep(secondsToBegin * 1000, undefined, { ref: false })])
  const end = async () => {
    purges.stop()
    uninstall()
    uninstallShared?.()
    breaking.stop()
    language.stop()
    cache.close()
    await stopCounting()
    await closeListening()
    await app.close()
  }
  try {
    await listenOn(server, options)
  } catch (error) {
    await end()
    throw error
  }
  const stop = await options.onStart?.()
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      await closeServer(server, lane)
      await stop?.()
      await end()
    },
  }
}

function both(one: Purgeable, other: Purgeable): Purgeable {
  return {
    purge: (tags) => {
      one.purge(tags)
      other.purge(tags)
    },
    purgeAll: () => {
      one.purgeAll()
      other.purgeAll()
    },
    warm: (paths) => one.warm(paths),
  }
}

/** At the start, too: what lies in front may be of the build before. */
function forgetEverywhere(own: Purgeable, shared: SharedCache): void {
  own.purgeAll()
  shared.forgetAll()
}

function listenOn(server: Server, { port, hostname }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Requests under way may finish; streams of events, which never do, are cut after a moment. */
function closeServer(server: Server, lane: FastLane | null): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      server.closeAllConnections()
      lane?.destroy()
    }, secondsToFinish * 1000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
    lane?.end()
  })
}
