import { z } from 'zod'
import { recordEvent } from '../audit'
import { database, type Transaction, transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import { DENIAL_WITHIN_MOST } from './claim-rules-limits'

/** What a paper asks of stories with claims. */
export type ClaimRules = {
  /** The paragraph of the body, counted from 1, by which a denial has to stand. */
  denialWithin: number
  /** Whether readers are told, beside a claim, how many sources stand behind what they know of it. */
  showsStamps: boolean
}

const KEYS = { denialWithin: 'claims.denialWithin', showsStamps: 'claims.showsStamps' } as const
const DENIAL_WITHIN = 5

/** The paper's rules; where nobody set them, a denial has to stand in the first five paragraphs, and readers have no stamps. */
export async function readClaimRules(tx: Transaction = database()): Promise<ClaimRules> {
  const rows = await sqlOn(tx)<{ key: string; value: unknown }>`
    SELECT key, value FROM "Setting" WHERE key = ANY(${Object.values(KEYS)})`
  const stored = (rule: keyof ClaimRules) => rows.find(({ key }) => key === KEYS[rule])?.value
  const { success, data } = Paragraph.safeParse(stored('denialWithin'))
  return { denialWithin: success ? data : DENIAL_WITHIN, showsStamps: stored('showsStamps') === true }
}

const Paragraph = z
  .number()
  .int()
  .min(1, 'The first paragraph is 1.')
  .max(DENIAL_WITHIN_MOST, `Say a number up to ${DENIAL_WITHIN_MOST}.`)

const Rules = z.strictObject({ denialWithin: Paragraph, showsStamps: z.boolean() })

export const SetClaimRules = z.strictObject({
  ...Rules.shape,
  /** The rules that the person saw. */
  seen: Rules,
})

/**
 * Says by which paragraph a denial has to stand, from the next publication on, and whether readers have stamps, from now on.
 * @throws Conflict when somebody changed them meanwhile
 */
export async function setClaimRules(actor: Actor, { seen, ...rules }: z.infer<typeof SetClaimRules>): Promise<void> {
  authorise(actor, 'claim.rules')
  const tags = await transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('standfirst claims'))`
    const before = await readClaimRules(tx)
    const changed = RULES.filter((rule) => before[rule] !== rules[rule])
    if (changed.length === 0) return []
    if (RULES.some((rule) => before[rule] !== seen[rule]))
      throw new Conflict('Somebody changed the rules meanwhile. Look at them again first.')
    for (const rule of changed) {
      const [key, value] = [KEYS[rule], rules[rule]]
      await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
      await recordEvent(tx, actor, {
        action: rule === 'showsStamps' ? 'claim.showStamps' : 'claim.setRules',
        thing: 'setting',
        thingId: key,
        detail: { before: before[rule], [rule]: value },
      })
    }
    const tags = changed.includes('showsStamps') ? [tag.settings] : []
    await notifyPurge(tx, tags)
    return tags
  })
  purgeLocally(tags)
}

const RULES = ['denialWithin', 'showsStamps'] as const
