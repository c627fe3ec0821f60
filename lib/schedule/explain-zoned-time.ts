import { z } from 'zod'
import { now } from '../clock'
import { printDateTime } from '../settings/paper-time'
import { readSettings } from '../settings/settings'
import { readZonedTime } from './zoned-time'

export const ZonedTimeQuery = z.object({ local: z.string().max(40), zone: z.string().max(60) })

type Said = { at: string; words: string }

/** What a time means, in words for the dialog that asks for it: each instant in its zone, in the newsroom's, and in UTC. */
export type ZonedTimeInWords =
  | { kind: 'none'; sentence: string }
  | { kind: 'once'; time: Said; isPast: boolean }
  | { kind: 'skipped' | 'twice'; sentence: string; earlier: Said; later: Said }

export async function explainZonedTime({ local, zone }: z.infer<typeof ZonedTimeQuery>): Promise<ZonedTimeInWords> {
  const time = readZonedTime(local, zone)
  if (time === null) return { kind: 'none', sentence: 'Give a day and a time, and a zone that exists.' }
  const { timeZone: newsroom, language } = await readSettings()
  const say = (at: Date): Said => {
    const zones = [...new Set([zone, newsroom, 'UTC'])]
    const words = zones.map((timeZone) => printDateTime(at, { language, timeZone }))
    return { at: at.toISOString(), words: [...new Set(words)].join(' · ') }
  }
  if (time.kind === 'once') return { kind: 'once', time: say(time.at), isPast: time.at <= now() }
  return {
    kind: time.kind,
    sentence:
      time.kind === 'skipped'
        ? 'Clocks go forward then, and leave this time out. Choose an earlier or a later one.'
        : 'Clocks go back then, and this time comes twice. Say which one is meant.',
    earlier: say(time.earlier),
    later: say(time.later),
  }
}
