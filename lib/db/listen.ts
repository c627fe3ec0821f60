import pg from 'pg'
import { log } from '@/lib/log'

type Listener = {
  onPayload: (payload: string) => void
  /**
   * Called when listening has begun, or has begun again after the connection was lost: from now on nothing is missed, before it
   * something may have been.
   */
  onGap?: () => void
}

/** One connection that hears what any process notifies. */
export type Hub = {
  /** Returns what ends the subscription. */
  listen: (channel: string, listener: Listener | Listener['onPayload']) => () => void
  close: () => Promise<void>
}

const firstDelayMilliseconds = 50
const longestDelayMilliseconds = 2_000
const heartbeatSeconds = 20
const answerSeconds = 5

// Loaded twice (by the server and inside Next's bundle); there is one connection all the same.
const key = Symbol.for('standfirst.hub')
const kept = globalThis as unknown as { [key]?: Hub }

/**
 * Hears what `pg_notify(channel, ...)` says in any process, from the moment of its commit. Connects when first called, and
 * again whenever the connection is lost.
 */
export function listen(channel: string, listener: Listener | Listener['onPayload']): () => void {
  kept[key] ??= createHub(() => process.env.DATABASE_URL ?? '')
  return kept[key].listen(channel, listener)
}

/** Ends the process's connection. For the server's and a test's end. */
export async function closeListening(): Promise<void> {
  const hub = kept[key]
  delete kept[key]
  await hub?.close()
}

/** @param databaseUrl asked for at each connection */
export function createHub(databaseUrl: () => string): Hub {
  const channels = new Map<string, Set<Listener>>()
  let client: pg.Client | null = null
  let connecting: Promise<void> | null = null
  let isClosed = false

  const listenOn = async (connection: pg.Client, channel: string) => {
    await connection.query(`LISTEN ${connection.escapeIdentifier(channel)}`)
    for (const listener of channels.get(channel) ?? []) guard(() => listener.onGap?.())
  }

  const connect = async () => {
    let delay = firstDelayMilliseconds
    while (!isClosed) {
      const attempt = createClient(databaseUrl(), hear)
      try {
        await attempt.connect()
        const lost = new Promise<void>((resolve) => attempt.once('end', resolve))
        for (const channel of channels.keys()) await listenOn(attempt, channel)
        client = attempt
        log.info('listening to the database')
        delay = firstDelayMilliseconds
        const heartbeat = keepAlive(attempt)
        await lost
        clearInterval(heartbeat)
      } catch (error) {
        log.debug({ error: error instanceof Error ? error.message : error }, 'listening failed')
      }
      client = null
      await attempt.end().catch(() => undefined)
      if (isClosed) return
      if (delay === firstDelayMilliseconds) log.error('the database cannot be reached: readers get what is kept until it is back')
      await new Promise((resolve) => setTimeout(resolve, delay).unref())
      delay = Math.min(delay * 2, longestDelayMilliseconds)
    }
  }

  const hear = (channel: string, payload: string) => {
    for (const listener of channels.get(channel) ?? []) guard(() => listener.onPayload(payload))
  }

  return {
    listen: (channel, given) => {
      const listener = typeof given === 'function' ? { onPayload: given } : given
      const known = channels.get(channel)
      if (known) known.add(listener)
      else channels.set(channel, new Set([listener]))
      if (known && client) guard(() => listener.onGap?.())
      else if (client) listenOn(client, channel).catch(() => client?.end())
      connecting ??= connect()
      return () => {
        channels.get(channel)?.delete(listener)
      }
    },
    close: async () => {
      isClosed = true
      await client?.end().catch(() => undefined)
      await connecting
    },
  }
}

function createClient(connectionString: string, hear: (channel: string, payload: string) => void): pg.Client {
  const client = new pg.Client({
    connectionString,
    keepAlive: true,
    application_name: 'standfirst listening',
    connectionTimeoutMillis: answerSeconds * 1000,
    query_timeout: answerSeconds * 1000,
  })
  client.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''))
  client.on('error', () => undefined)
  return client
}

/** A connection whose other side vanished says nothing by itself. */
function keepAlive(client: pg.Client): NodeJS.Timeout {
  return setInterval(() => {
    client.query('SELECT 1').catch(() => client.end().catch(() => undefined))
  }, heartbeatSeconds * 1000).unref()
}

/** One listener's failure is not the others'. */
function guard(call: () => void): void {
  try {
    call()
  } catch (error) {
    log.error({ error: error instanceof Error ? error.message : error }, 'a listener failed')
  }
}
