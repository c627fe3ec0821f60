import { z } from 'zod'
import { recordEvent } from '../audit'
import { database, type Transaction, transaction } from '../db/database'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { DENIAL_WITHIN_MOST } from './claim-rules-limits'

/** What a paper asks of stories with claims. */
export type ClaimRules = {
  /** The paragraph of the body, counted from 1, by which a denial has to stand. */
  denialWithin: number
}

const KEY = 'claims.denialWithin'
const DENIAL_WITHIN = 5

/** The paper's rules; where nobody set one, a denial has to stand in the first five paragraphs. */
export async function readClaimRules(tx: Transaction = database()): Promise<ClaimRules> {
  const row = await tx.setting.findUnique({ where: { key: KEY } })
  const { success, data } = Paragraph.safeParse(row?.value)
  return { denialWithin: success ? data : DENIAL_WITHIN }
}

const Paragraph = z
  .number()
  .int()
  .min(1, 'The first paragraph is 1.')
  .max(DENIAL_WITHIN_MOST, `Say a number up to ${DENIAL_WITHIN_MOST}.`)

export const SetClaimRules = z.strictObject({
  denialWithin: Paragraph,
  /** The rule that the person saw. */
  seen: Paragraph,
})

/**
 * Says by which paragraph a denial has to stand. It holds from the next publication on.
 * @throws Conflict when somebody changed it meanwhile
 */
export async function setClaimRules(
  actor: Actor,
  { denialWithin, seen }: z.infer<typeof SetClaimRules>,
): Promise<void> {
  authorise(actor, 'claim.rules')
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst claims'))`
    const before = (await readClaimRules(tx)).denialWithin
    if (before === denialWithin) return
    if (before !== seen) throw new Conflict('Somebody changed the rule meanwhile. Look at it again first.')
    await tx.setting.upsert({
      where: { key: KEY },
      create: { key: KEY, value: denialWithin },
      update: { value: denialWithin },
    })
    await recordEvent(tx, actor, {
      action: 'claim.setRules',
      thing: 'setting',
      thingId: KEY,
      detail: { before, denialWithin },
    })
  })
}
