import { now } from '../clock'
import { transaction } from '../db/database'
import { notifyPurge, purgeLocally } from '../reader-cache/purge'
import { tag } from '../reader-cache/tags'
import type { CapturedPost, UnknownPost } from './look-up-post'

/** One bad answer deletes nothing: two looks that find nothing, at least so far apart, do. */
const DAY = 24 * 60 * 60 * 1000

type State = 'THERE' | 'DELETED' | 'EDITED' | 'UNKNOWN'
type Checked = { id: string; url: string; hash: string; state: State; missingSince: Date | null }

/** Saves what a look found; pages that say something else of the post now are drawn again. */
export async function recordLook(check: Checked, found: CapturedPost | UnknownPost): Promise<void> {
  const at = now()
  const next = nextOf(check, found, at)
  const isNews = next.state !== check.state
  const tags = isNews ? [tag.post(check.url)] : []
  await transaction(async (tx) => {
    const since = isNews ? { since: next.state === 'DELETED' ? next.missingSince : at } : {}
    await tx.postCheck.update({ where: { id: check.id }, data: { ...next, ...since, lastCheckedAt: at } })
    await notifyPurge(tx, tags)
  })
  purgeLocally(tags)
}

function nextOf(check: Checked, found: CapturedPost | UnknownPost, at: Date): Omit<Checked, 'id' | 'url'> {
  const { hash, state, missingSince } = check
  if (found.kind !== 'unknown') {
    // Words that were typed in have no hash: the first look is what later ones are compared with.
    const isSame = hash === '' || hash === found.hash
    return { hash: hash || found.hash, state: isSame ? 'THERE' : 'EDITED', missingSince: null }
  }
  // Who does not answer says nothing: what was seen before stays.
  if (!found.isMissing) return { hash, state: state === 'THERE' ? 'UNKNOWN' : state, missingSince }
  const from = missingSince ?? at
  return { hash, state: at.getTime() - from.getTime() >= DAY ? 'DELETED' : state, missingSince: from }
}
