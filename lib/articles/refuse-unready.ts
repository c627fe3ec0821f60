import { type EditionChecklist, editionChecklist } from '../checklists/edition-checklist'
import type { Transaction } from '../db/database'
import { Invalid, type Issue } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { ownersOf } from './load-article'
import { parseOverrideReason } from './override-reason'
import { type GoingThrough, lookThrough } from './publish-issues'

type Override = {
  overrideReason: string | undefined
  /** The codes that the reason was given for. Whatever is on the list, where it is left out. */
  overridable?: readonly string[] | undefined
  /** The sentence for whoever is stopped. */
  refusal: string
}

/** What was passed over, and why: for the audit log. Empty where nothing was. */
type PassedOver = { overrideReason?: string; overridden?: string[] }

/**
 * Every door to readers: lets an article through on which nothing is blocking, and on which what may be passed over with a reason was
 * put right or is passed over by somebody who may.
 *
 * @returns what was passed over, and the checklist as it was answered
 * @throws Invalid with the checklist; Forbidden when there is a reason and the actor may not give it
 */
export async function refuseUnready(
  tx: Transaction,
  actor: Actor,
  going: GoingThrough,
  { overrideReason: reason, overridable, refusal }: Override,
): Promise<{ passedOver: PassedOver; checklist: EditionChecklist }> {
  const { issues, checklist } = await lookThrough(tx, going)
  const inTheWay = issues.filter(({ severity }) => severity === 'override')
  const isPassable = ({ code }: Issue) => reason !== undefined && overridable?.includes(code) !== false
  if (issues.some(({ severity }) => severity === 'blocking') || !inTheWay.every(isPassable))
    throw new Invalid(refusal, issues)
  const answered = editionChecklist(issues, checklist)
  if (inTheWay.length === 0 || reason === undefined) return { passedOver: {}, checklist: answered }
  authorise(actor, 'article.override', ownersOf(going.article))
  return {
    passedOver: { overrideReason: parseOverrideReason(reason), overridden: inTheWay.map(({ code }) => code) },
    checklist: answered,
  }
}
