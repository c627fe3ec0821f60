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
  /** The channels that the present connection listens on. */
  const heard = new Set<string>()
  let client: pg.Client | null = null
  let running: Promise<void> | null = null
  let isClosed = false
  let stopWaiting: () => void = () => undefined

  const run = async () => {
    let delay = firstDelayMilliseconds
    while (!isClosed) {
      const isOpen = await listenWhileConnected()
      if (isOpen) delay = firstDelayMilliseconds
      if (isClosed) return
      if (delay === firstDelayMilliseconds)
        log.error('the database cannot be reached: readers get what is kept until it is back')
      await new Promise<void>((resolve) => {
        stopWaiting = resolve
        setTimeout(resolve, delay)
      })
      delay = Math.min(delay * 2, longestDelayMilliseconds)
    }
  }

  /** Returns when the connection has ended: whether there was one. */
  const listenWhileConnected = async (): Promise<boolean> => {
    const connection = createClient(databaseUrl(), hear)
    let heartbeat: NodeJS.Timeout | undefined
    try {
      await connection.connect()
      const lost = new Promise<void>((resolve) => connection.once('end', resolve))
      client = connection
      await Promise.all([...channels.keys()].map((channel) => hearChannel(connection, channel)))
      log.debug('listening to the database')
      heartbeat = keepAlive(connection)
      await lost
      return true
    } catch (error) {
      log.debug({ error: error instanceof Error ? error.message : error }, 'listening failed')
      return false
    } finally {
      clearInterval(heartbeat)
      client = null
      heard.clear()
      connection.end().catch(() => undefined)
    }
  }

  const hearChannel = async (connection: pg.Client, channel: string) => {
    await connection.query(`LISTEN ${connection.escapeIdentifier(channel)}`)
    heard.add(channel)
    for (const listener of channels.get(channel) ?? []) guard(() => listener.onGap?.())
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
      const connection = client
      if (heard.has(channel)) queueMicrotask(() => guard(() => listener.onGap?.()))
      else if (connection && !known)
        hearChannel(connection, channel).catch(() => connection.end().catch(() => undefined))
      running ??= run()
      return () => {
        channels.get(channel)?.delete(listener)
      }
    },
    close: async () => {
      isClosed = true
      stopWaiting()
      await client?.end().catch(() => undefined)
      await running
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
