import type { TitledRevision } from '@/lib/history/list-revisions'
import { clock } from '@/lib/history/revision-words'
import type { PaperTime } from '@/lib/settings/paper-time'

/** A version that was kept, ready to be shown: dates are words by now. */
export type ToldMoment = {
  id: string
  version: number
  title: string
  person: string
  /** ISO 8601. */
  at: string
  /** "22 Nov, 14:02" */
  when: string
  isMilestone: boolean
}

export function tellMoments(moments: readonly TitledRevision[], time: PaperTime): ToldMoment[] {
  return moments.map(({ id, version, title, person, at, isMilestone }) => ({
    id,
    version,
    title,
    person,
    at: at.toISOString(),
    when: whenOf(at, time),
    isMilestone,
  }))
}

/** "22 Nov, 14:02" */
function whenOf(at: Date, time: PaperTime): string {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: time.timeZone, day: 'numeric', month: 'short' })
  return `${day.format(at)}, ${clock(at, time)}`
}
