import { LIMITS } from '../auth/limits'
import { countTry } from '../auth/rate-limits'
import type { Ways } from '../outgoing/guarded-fetch'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type CapturedPost, lookUpPost, type UnknownPost } from './look-up-post'
import { recordLook } from './record-look'

/**
 * Asks the network of a post for its words, so that they are ours to show after the original is gone. What was found is a
 * look like any other: articles that quote what the post said before hear of it. That nobody answers is an answer, with a
 * reason in words.
 *
 * @throws Forbidden, RateLimited
 */
export async function capturePost(actor: Actor, url: string, ways?: Ways): Promise<CapturedPost | UnknownPost> {
  authorise(actor, 'article.edit')
  if (actor.kind === 'person') await countTry(LIMITS.capturePost, actor.id)
  const post = await lookUpPost(url, ways)
  if (post.kind !== 'unknown' && post.kind !== 'page') await recordLook(url, post)
  return post
}
