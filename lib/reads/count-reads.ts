import { now } from '../clock'
import { database } from '../db/database'
import { log } from '../log'

const FLUSH_SECONDS = 60
/** Addresses that one minute may count. Who asks for a million of them is nobody who reads. */
const MOST_ADDRESSES = 20_000

/** Whatever says of itself that it is a program. */
const PROGRAM = /bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java\/|go-http|okhttp|headless/i

/** What is known of a request whose answer was sent. */
type Answered = { url?: string | undefined; headers: Readonly<Record<string, string | string[] | undefined>> }

/** Two parts and nothing else: what is no article among these is dropped when they are written down. */
const ARTICLE = /^\/([^/?]+)\/([^/?.]+)$/

/**
 * Counts how often articles are read, by what this process sends: a number for each article and hour, of nobody in particular. What a shared
 * cache in front of the site answers is not seen here.
 */
export class ReadCounter {
  #counts = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined

  /** Begins to write down every minute. @returns what stops it, after a last time */
  start(): () => Promise<void> {
    this.#timer = setInterval(() => void this.flush(), FLUSH_SECONDS * 1000)
    this.#timer.unref()
    return async () => {
      clearInterval(this.#timer)
      await this.flush()
    }
  }

  /** Takes note of an answer that was sent whole. */
  note({ url = '', headers }: Answered): void {
    if (
      !ARTICLE.test(url) ||
      headers['sec-purpose'] !== undefined ||
      PROGRAM.test(String(headers['user-agent'] ?? 'bot'))
    )
      return
    const count = this.#counts.get(url)
    if (count === undefined && this.#counts.size >= MOST_ADDRESSES) return
    this.#counts.set(url, (count ?? 0) + 1)
  }

  /** Writes down what was counted since the last time. What cannot be written is lost: nobody waits for a number. */
  async flush(): Promise<void> {
    if (this.#counts.size === 0) return
    const counts = [...this.#counts]
    this.#counts = new Map()
    try {
      await writeDown(counts)
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message : error }, 'how often articles were read is not known')
    }
  }
}

async function writeDown(counts: readonly (readonly [path: string, count: number])[]): Promise<void> {
  const parts = counts.map(([path, count]) => {
    const [, section = '', slug = ''] = ARTICLE.exec(path) ?? []
    return { section: decoded(section), slug: decoded(slug), count }
  })
  await database().$executeRaw`
    INSERT INTO "ReadCount" ("articleId", hour, count)
    SELECT p."articleId", date_trunc('hour', ${now()}::timestamptz), sum(c.count)
    FROM unnest(
      ${parts.map(({ section }) => section)}::text[],
      ${parts.map(({ slug }) => slug)}::text[],
      ${parts.map(({ count }) => count)}::int[]
    ) AS c(section, slug, count)
    JOIN "Section" s ON s.slug = c.section
    JOIN "Publication" p ON p."sectionId" = s.id AND p.slug = c.slug
    GROUP BY p."articleId"
    ON CONFLICT ("articleId", hour) DO UPDATE SET count = "ReadCount".count + excluded.count`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
