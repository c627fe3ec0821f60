import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { database, transaction } from '@/lib/db/database'
import { closeListening, createHub, type Hub, listen } from '@/lib/db/listen'
import { readiness } from '@/lib/db/readiness'
import { followPurges, installReaderCache, notifyPurge, purgeLocally } from '@/lib/reader-cache/purge'
import { recordTags } from '@/lib/reader-cache/record'
import { tag } from '@/lib/reader-cache/tags'
import { type RunningPostgres, startPostgres } from '@/scripts/postgres'
import { type FakeNext, startReaderServer } from './reader-server'

const ending: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

/** A process of its own, as far as purging goes: a server, a cache, a connection that listens. */
async function startProcess(headline: () => string, databaseUrl = () => process.env.DATABASE_URL ?? '') {
  const next: FakeNext = (_, response) => {
    recordTags(tag.article('a1'))
    response.setHeader('Content-Type', 'text/html')
    response.end(`<h1>${headline()}</h1>`)
  }
  const server = await startReaderServer(next)
  const hub = createHub(databaseUrl)
  let gaps = 0
  const { stop, begun } = followPurges(
    {
      purge: (tags) => server.cache.purge(tags),
      purgeAll: () => {
        gaps += 1
        server.cache.purgeAll()
      },
      warm: (keys) => server.cache.warm(keys),
    },
    hub,
  )
  ending.push(
    () => hub.close(),
    () => server.close(),
    stop,
  )
  await begun
  return { server, gaps: () => gaps, text: async () => (await server.get('/news/one')).text }
}

describe('a purge in a transaction', () => {
  it('reaches every process when, and only when, the transaction commits', async () => {
    let headline = 'first'
    const [one, two] = [await startProcess(() => headline), await startProcess(() => headline)]
    expect([await one.text(), await two.text()]).toEqual(['<h1>first</h1>', '<h1>first</h1>'])

    headline = 'never'
    await expect(
      transaction(async (tx) => {
        await notifyPurge(tx, [tag.article('a1')])
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow()
    await sleep(100)
    expect([await one.text(), await two.text()]).toEqual(['<h1>first</h1>', '<h1>first</h1>'])

    headline = 'second'
    await transaction((tx) => notifyPurge(tx, [tag.article('a1')]))
    await vi.waitFor(async () => {
      expect([await one.text(), await two.text()]).toEqual(['<h1>second</h1>', '<h1>second</h1>'])
    })
  })

  it.each(['done here before it is heard of', 'heard of before it is done here'])('is done once: %s', async (order) => {
    const purged: string[][] = []
    const cache = {
      purge: (tags: readonly string[]) => void purged.push([...tags]),
      purgeAll: () => {},
      warm: () => {},
    }
    const hub = createHub(() => process.env.DATABASE_URL ?? '')
    const { stop, begun } = followPurges(cache, hub)
    ending.push(() => hub.close(), stop, installReaderCache(cache))
    await begun
    const tags = [tag.article(order)]
    await transaction((tx) => notifyPurge(tx, tags))
    if (order.startsWith('heard')) await vi.waitFor(() => expect(purged).toEqual([tags]))
    purgeLocally(tags)
    // What comes after it shows that it has been heard of.
    const after = [tag.article(`after ${order}`)]
    await transaction((tx) => notifyPurge(tx, after))
    await vi.waitFor(() => expect(purged.at(-1)).toEqual(after))
    expect(purged).toEqual([tags, after])
  })

  it('may name more than one notification can hold', async () => {
    const heard: string[] = []
    const hub = createHub(() => process.env.DATABASE_URL ?? '')
    ending.push(() => hub.close())
    let isListening = false
    hub.listen('standfirst_purge', {
      onPayload: (payload) => heard.push(...(JSON.parse(payload) as string[])),
      onGap: () => {
        isListening = true
      },
    })
    await vi.waitFor(() => expect(isListening).toBe(true))
    const tags = Array.from({ length: 1_000 }, (_, index) => tag.article(`${index}`.padStart(36, '0')))
    await transaction((tx) => notifyPurge(tx, [...tags, ...tags]))
    await vi.waitFor(() => expect(heard).toEqual(tags))
  })

  it('that nobody can read purges everything', async () => {
    let headline = 'first'
    const one = await startProcess(() => headline)
    await one.text()
    headline = 'second'
    await database().$executeRaw`SELECT pg_notify('standfirst_purge', 'not tags')`
    await vi.waitFor(async () => expect(await one.text()).toBe('<h1>second</h1>'))
  })
})

describe('listening', () => {
  it('shares one connection between channels, tells when it begins, and stops when told', async () => {
    onTestFinished(closeListening)
    const heard: string[] = []
    const stop = listen('channel one', {
      onPayload: (payload) => heard.push(`one ${payload}`),
      onGap: () => heard.push('gap one'),
    })
    await vi.waitFor(() => expect(heard).toEqual(['gap one']))
    listen('channel two', { onPayload: (payload) => heard.push(`two ${payload}`), onGap: () => heard.push('gap two') })
    listen('channel one', () => {
      throw new Error('a listener that fails')
    })
    await vi.waitFor(() => expect(heard).toEqual(['gap one', 'gap two']))
    const [{ count }] = await database().$queryRaw<[{ count: bigint }]>`
      SELECT count(*) FROM pg_stat_activity WHERE application_name = 'standfirst listening' AND datname = current_database()`
    expect(count).toBe(1n)
    await database().$executeRaw`SELECT pg_notify('channel one', 'a'), pg_notify('channel two', 'b')`
    await vi.waitFor(() => expect(heard.slice(2)).toEqual(['one a', 'two b']))
    stop()
    await database().$executeRaw`SELECT pg_notify('channel one', 'c'), pg_notify('channel two', 'd')`
    await vi.waitFor(() => expect(heard.slice(4)).toEqual(['two d']))
  })

  it('comes back when its connection is cut, and everything kept is asked for anew', async () => {
    let headline = 'first'
    const one = await startProcess(() => headline)
    await one.text()
    headline = 'second'
    await database().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'standfirst listening' AND datname = current_database()`
    await vi.waitFor(() => expect(one.gaps()).toBe(2), 5_000)
    expect(await one.text()).toBe('<h1>second</h1>')
  })
})

describe('while the database is stopped', () => {
  it('what is kept is still served; when it is back nothing old is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'standfirst-stopped-'))
    let postgres: RunningPostgres = await startPostgres({ folder, isDurable: false })
    ending.push(async () => {
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    let headline = 'first'
    const one = await startProcess(
      () => headline,
      () => postgres.url('postgres'),
    )
    expect(await one.text()).toBe('<h1>first</h1>')

    await postgres.stop()
    headline = 'second'
    await sleep(300)
    expect(await one.text()).toBe('<h1>first</h1>')
    expect(one.gaps()).toBe(1)

    postgres = await startPostgres({ folder, isDurable: false })
    await vi.waitFor(() => expect(one.gaps()).toBe(2), { timeout: 10_000 })
    expect(await one.text()).toBe('<h1>second</h1>')
  })
})

describe('readiness', () => {
  it('is there when every migration has been applied', async () => {
    expect(await readiness()).toEqual({ database: true, migrations: true })
  })

  it('is not when one is missing', async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    ending.push(() => client.end())
    await client.query('UPDATE "_prisma_migrations" SET finished_at = NULL')
    expect(await readiness()).toEqual({ database: true, migrations: false })
  })
})

describe('a hub that is closed', () => {
  it('ends at once even while it cannot connect', async () => {
    const hub: Hub = createHub(() => 'postgresql://nobody@127.0.0.1:1/none')
    hub.listen('x', () => undefined)
    await sleep(120)
    const started = Date.now()
    await hub.close()
    expect(Date.now() - started).toBeLessThan(1_000)
  })
})
