import { ACTION_WORDS, GRANT_WORDS } from '../policy/action-words'
import type { Action, Grant } from '../policy/table'

type Detail = Record<string, unknown>

/** What became of a role: ": publish articles (desks they lead before, everywhere now); needs a second factor". */
export function roleChanges(detail: Detail): string {
  const parts = [
    typeof detail.formerName === 'string' ? `called “${detail.formerName}” before` : '',
    ...rightsOf(detail).map(
      ({ action, from, to }) =>
        `${ACTION_WORDS[action].label.toLowerCase()} (${GRANT_WORDS[from].toLowerCase()} before, ${GRANT_WORDS[to].toLowerCase()} now)`,
    ),
    'description' in detail ? 'another description' : '',
    secondFactorWords(detail).slice(2),
    graceWords(detail),
  ].filter((part) => part !== '')
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`
}

export function secondFactorWords({ needsSecondFactor }: Detail): string {
  const needs = changeOf(needsSecondFactor)?.to ?? needsSecondFactor
  if (typeof needs !== 'boolean') return ''
  return needs ? ', needs a second factor' : ', needs no second factor any more'
}

function graceWords({ graceDays }: Detail): string {
  const days = changeOf(graceDays)
  return days === null ? '' : `${String(days.to)} days to set a second factor up (${String(days.from)} before)`
}

/** Rights that this version of the program knows. */
function rightsOf({ rights }: Detail): { action: Action; from: Grant; to: Grant }[] {
  if (typeof rights !== 'object' || rights === null) return []
  return Object.entries(rights).flatMap(([action, value]) => {
    const change = changeOf(value)
    const isKnown = Object.hasOwn(ACTION_WORDS, action) && change !== null && isGrant(change.from) && isGrant(change.to)
    return isKnown ? [{ action: action as Action, from: change.from as Grant, to: change.to as Grant }] : []
  })
}

function changeOf(value: unknown): { from: unknown; to: unknown } | null {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value ? value : null
}

function isGrant(value: unknown): value is Grant {
  return typeof value === 'string' && Object.hasOwn(GRANT_WORDS, value)
}
