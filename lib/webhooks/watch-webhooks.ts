import { listen } from '../db/listen'
import { log } from '../log'
import { deliverWebhooks } from './deliver-webhooks'
import { postMessage } from './post-message'
import { WEBHOOK_CHANNEL } from './tell-webhooks'

/** What nobody tells of, a second try or what a killed process left, is found so soon. */
const LOOK_EVERY_MILLISECONDS = 5_000

/**
 * Sends webhooks as soon as something waits, in every process: told by the database at the commit that wrote it, and looking by itself for what is
 * tried again. The rows are the queue: what nobody hears is found at the next look.
 */
export function watchWebhooks(): { stop(): Promise<void> } {
  let isStopped = false
  let isAsked = true
  let wake = () => {}
  const ask = () => {
    isAsked = true
    wake()
  }
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MILLISECONDS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function watch(): Promise<void> {
    while (!isStopped) {
      isAsked = false
      await quietly(() => isStopped)
      if (!isStopped && !isAsked) await rest()
    }
  }

  const silence = listen(WEBHOOK_CHANNEL, { onPayload: ask, onGap: ask })
  const watching = watch()
  return {
    stop: async () => {
      isStopped = true
      silence()
      wake()
      await watching
    },
  }
}

/** A database that is away for a while is a matter of course: the next look finds what is due. */
async function quietly(isOver: () => boolean): Promise<void> {
  try {
    await deliverWebhooks(postMessage, isOver)
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : String(error) }, 'webhooks were not looked at')
  }
}
