import type { PaperTime } from '../settings/paper-time'

export type Reason =
  | 'STARTED'
  | 'OTHER_PERSON'
  | 'FILED'
  | 'PUBLISHED'
  | 'UNPUBLISHED'
  | 'APPROVED'
  | 'SCHEDULED'
  | 'KILLED'
  | 'SIGNED'
  | 'SUBBED'
  | 'NAMED'
  | 'BEFORE_RESTORE'
  | 'RESTORED'
  | 'LINKS'
  | 'FOLDED'

/** The moments that people look for; the others only stand between them. */
export const MILESTONES: readonly Reason[] = [
  'FILED',
  'PUBLISHED',
  'UNPUBLISHED',
  'APPROVED',
  'SCHEDULED',
  'KILLED',
  'SIGNED',
  'SUBBED',
  'NAMED',
  'RESTORED',
  'LINKS',
]

export type Moment = {
  reason: Reason
  /** The name that somebody gave, which version came back, or who began to write. */
  name: string | null
  person: string
  at: Date
  /** For what was published. */
  edition: number | null
}

/** What a version is called: "As published 14:02 (edition 2)". */
export function titleOf({ reason, name, person, at, edition }: Moment, time: PaperTime): string {
  switch (reason) {
    case 'STARTED':
      return `Started by ${person}`
    case 'OTHER_PERSON':
      return name === null ? `As ${person} left it` : `Before ${name} began to write`
    case 'FILED':
      return `As filed ${clock(at, time)}`
    case 'PUBLISHED':
      return `As published ${clock(at, time)}${edition === null ? '' : ` (edition ${edition})`}`
    case 'UNPUBLISHED':
      return `As unpublished ${clock(at, time)}`
    case 'APPROVED':
      return `As approved ${clock(at, time)}`
    case 'SCHEDULED':
      return `As scheduled ${clock(at, time)}`
    case 'KILLED':
      return `As killed ${clock(at, time)}`
    case 'SIGNED':
      return `As signed ${name === null ? '' : `by ${name} `}${clock(at, time)}`
    case 'SUBBED':
      return 'As subbed'
    case 'NAMED':
      return name ?? 'Named version'
    case 'BEFORE_RESTORE':
      return 'Before an older version was restored'
    case 'RESTORED':
      return name === null ? 'Restored' : `Restored: ${name}`
    case 'LINKS':
      return name ?? 'Links were changed'
    case 'FOLDED':
      return 'As it stood when older steps were folded'
  }
}

/** "14:02" */
export function clock(at: Date, { timeZone }: PaperTime): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
}

/** "Monday, 23 November 2026" */
export function dayOf(at: Date, { timeZone }: PaperTime): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' }).format(at)
}
