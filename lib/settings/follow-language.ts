import { log } from '../log'
import type { Purgeable } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { DEFAULT_SETTINGS } from './paper-settings'
import { readSettings } from './settings'

const TRY_AGAIN_MILLISECONDS = 2_000

/**
 * Knows the language of the paper without asking anybody, for what is said where no page can be made: read when it may have changed, as
 * purges tell every process. Until the database has said it once, it is what holds where nobody has said anything else.
 */
export function followLanguage(): Purgeable & { current(): string; stop(): void } {
  let { language } = DEFAULT_SETTINGS
  let latest = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const readAgain = async () => {
    const turn = ++latest
    clearTimeout(timer)
    try {
      const settings = await readSettings()
      if (turn === latest) language = settings.language
    } catch (error) {
      if (turn !== latest || isStopped) return
      log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the language could not be read')
      timer = setTimeout(readAgain, TRY_AGAIN_MILLISECONDS)
      timer.unref()
    }
  }
  void readAgain()

  return {
    current: () => language,
    purge: (tags) => {
      if (tags.includes(tag.settings)) void readAgain()
    },
    purgeAll: () => void readAgain(),
    warm: () => undefined,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
