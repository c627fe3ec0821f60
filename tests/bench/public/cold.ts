import { setTimeout as pass } from 'node:timers/promises'
import { type Addresses, addressesOf } from '../paper/addresses'
import type { Paper } from '../paper/open-paper'
import { ask } from './ask'

/** A cache so small that what was asked for a round ago has been pushed out by what was asked since: every answer is a render. */
export const COLD = { READER_CACHE_MB: '1' }

/** Asked for between two rounds, so that nothing of the round before is kept. */
const ARTICLES_BETWEEN = 12
/** In which every kind of page is loaded and every connection opened. */
const ROUNDS_BEFORE = 3
/** In which an answer that was sent is compressed for the next one. */
const AFTERWARDS_MILLISECONDS = 15

/** Milliseconds of one render each: until the answer was there, and of the cores, app and database together, compressing included. */
export type ColdTimes = { answer: number[]; cores: number[] }

/**
 * One reader, one page after the other, kinds and papers by turns, so that what else the machine does falls on all of them. The papers were
 * opened with COLD.
 * @param more pages beside the public ones, asked for with these headers
 */
export async function coldTimes(
  papers: readonly Paper[],
  rounds: number,
  more: (paper: Paper) => Promise<{ addresses: Addresses; headers: Record<string, string> }> = async () => ({
    addresses: {},
    headers: {},
  }),
): Promise<Map<string, ColdTimes>[]> {
  const asked = await Promise.all(
    papers.map(async (paper) => {
      const { addresses, headers } = await more(paper)
      return { paper, headers, addresses: { ...(await addressesOf(paper)), ...addresses } as Addresses }
    }),
  )
  const times = asked.map(({ addresses }) => new Map(Object.keys(addresses).map((kind) => [kind, noTimes()])))
  for (let round = 0; round < rounds + ROUNDS_BEFORE; round++) {
    for (const kind of Object.keys(asked[0]?.addresses ?? {})) {
      for (const [index, { paper, addresses, headers }] of asked.entries()) {
        const before = coresOf(paper)
        const answer = await ask(paper.server.url + (addresses[kind]?.(round + 1) ?? '/'), {
          'Accept-Encoding': 'br',
          ...headers,
        })
        await pass(AFTERWARDS_MILLISECONDS)
        if (round < ROUNDS_BEFORE) continue
        times[index]?.get(kind)?.answer.push(answer)
        times[index]?.get(kind)?.cores.push(coresOf(paper) - before)
      }
    }
    for (const { paper, addresses } of asked)
      for (let n = 0; n < ARTICLES_BETWEEN; n++)
        await ask(paper.server.url + (addresses.article?.(1_000 + round * ARTICLES_BETWEEN + n) ?? '/'))
  }
  return times
}

function coresOf({ app, database }: Paper): number {
  return app.cpuMilliseconds() + database.cpuMilliseconds()
}

function noTimes(): ColdTimes {
  return { answer: [], cores: [] }
}
