import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import type { Actor } from '../policy/actor'
import { getEditableLink, type LinkInArticle } from './link-in-article'
import { sayWhy } from './link-words'
import { lookAtLink } from './look-at-link'
import { recordVerdict } from './record-verdict'
import { mannersOf } from './robots'

/**
 * Looks at a link now. A second failure on the same day does not count as another day.
 *
 * @returns whether it works, in a sentence
 * @throws Forbidden, NotFound, RateLimited
 */
export async function checkLinkAgain(actor: Actor, input: LinkInArticle): Promise<{ isOk: boolean; words: string }> {
  const link = await getEditableLink(actor, input)
  if (actor.kind === 'person') await countTry(LIMITS.checkLink, actor.id)
  const verdict = await lookAtLink(link.url, await mannersOf(new URL(link.url).origin))
  await recordVerdict(link, verdict)
  if (verdict.kind === 'ok') return { isOk: true, words: 'The link works again.' }
  const outcome = verdict.kind === 'failed' ? 'It still does not work' : 'It could not be checked'
  return { isOk: false, words: `${outcome}: ${sayWhy(verdict.reason, verdict.status)}.` }
}
