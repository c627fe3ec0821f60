import type { CheckedClaim } from './check-headline'
import { gerundOf } from './english'

/** Headlines that would leave the claim to its speaker or give the denial; the caller keeps those that pass the check. */
export function rewordings(line: string, claim: CheckedClaim): string[] {
  const speaker = surnameOf(claim.speaker)
  const bare = line.trim().replace(/[“”"]/g, '')
  const attributed = speaker === '' ? [] : [`${speaker} says ${lowerFirst(bare, claim)}`, `“${bare}”, says ${speaker}`]
  return [...attributed, ...claim.deniers.flatMap((denier) => denial(bare, denier))]
}

function denial(line: string, denier: string): string[] {
  const name = [denier, surnameOf(denier)].find((each) => each !== '' && line.startsWith(`${each} `))
  if (name === undefined) return []
  const [verb = '', ...rest] = line.slice(name.length + 1).split(' ')
  const gerund = gerundOf(verb)
  return gerund === undefined ? [] : [`${surnameOf(denier)} denies ${[gerund, ...rest].join(' ')}`]
}

const surnameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? ''

function lowerFirst(line: string, claim: CheckedClaim): string {
  const [first = '', second = ''] = line.split(' ')
  const isName = claim.statement.includes(first) && !claim.statement.startsWith(first)
  const opensName = /^\p{Lu}/u.test(second) || /^\p{Lu}{2}/u.test(first) || /['’]s$/.test(first)
  const isSubject = [...claim.deniers, claim.speaker].some((name) => name.split(' ').includes(first))
  return isName || opensName || isSubject ? line : line.charAt(0).toLowerCase() + line.slice(1)
}
