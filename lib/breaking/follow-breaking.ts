import { pathOf } from '../articles/paths'
import { database } from '../db/database'
import { log } from '../log'
import type { Banner } from '../reader-cache/banner'
import type { Purgeable } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { readSettings } from '../settings/settings'
import { printBanner } from './print-banner'

const TRY_AGAIN_MILLISECONDS = 500

type Standing = { banner: Banner; tags: ReadonlySet<string> /** By `performance.now`. */; endsAt: number }

/**
 * Knows the banner of this moment without asking anybody: read when it may have changed, as purges tell every process, and over at its
 * time by the clock of the database, of which only what is left is read, so that this machine's clock may be wrong.
 */
export function followBreaking(): Purgeable & { current(): Banner | null; stop(): void } {
  let standing: Standing | null = null
  let latest = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const readAgain = async () => {
    const turn = ++latest
    clearTimeout(timer)
    try {
      const next = await readStanding()
      if (turn === latest) standing = next && { ...next, banner: sameOr(standing?.banner, next.banner) }
    } catch (error) {
      if (turn !== latest || isStopped) return
      log.warn({ error: error instanceof Error ? error.message : String(error) }, 'the banner could not be read')
      timer = setTimeout(readAgain, TRY_AGAIN_MILLISECONDS)
      timer.unref()
    }
  }
  void readAgain()

  return {
    current: () => (standing !== null && performance.now() < standing.endsAt ? standing.banner : null),
    purge: (tags) => {
      if (tags.some((name) => name === tag.breaking || standing?.tags.has(name))) void readAgain()
    },
    purgeAll: () => void readAgain(),
    warm: () => undefined,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** One that says the same is the same: pages have it already. */
function sameOr(before: Banner | undefined, next: Banner): Banner {
  return before?.html === next.html ? before : next
}

type Row = { articleId: string; text: string; slug: string; section: string; left: number }

async function readStanding(): Promise<Standing | null> {
  // From before the question: what the answer took to come is not added to the time.
  const askedAt = performance.now()
  const [row] = await database().$queryRaw<Row[]>`
    SELECT b."articleId", b.text, p.slug, s.slug AS section,
           (extract(epoch FROM b."until" - clock_timestamp()) * 1000)::float8 AS left
    FROM "BreakingAlert" b
    JOIN "Publication" p ON p."articleId" = b."articleId"
    JOIN "Section" s ON s.id = p."sectionId"
    WHERE b.kind = 'BREAKING' AND b."endedAt" IS NULL AND b."until" > clock_timestamp()
    ORDER BY b."startedAt" DESC LIMIT 1`
  if (row === undefined) return null
  const { language } = await readSettings()
  return {
    banner: printBanner({ text: row.text, path: pathOf(row.section, row.slug), language }),
    // Its address is made of the article, its label of the settings.
    tags: new Set([tag.article(row.articleId), tag.settings]),
    endsAt: askedAt + row.left,
  }
}
