import { countTry, type Limit } from '../auth/rate-limits'
import { now } from '../clock'
import { database } from '../db/database'
import { newId } from '../ids'
import type { Ways } from '../outgoing/guarded-fetch'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { type CapturedPost, lookUpPost, type UnknownPost } from './look-up-post'

/** Each has our server knock at somebody else's. */
const PER_PERSON: Limit = { name: 'capture post', tries: 60, seconds: 10 * 60 }

/**
 * Asks the network of a post for its words, so that they are ours to show after the original is gone. What was found is what
 * later looks are compared with. That nobody answers is an answer, with a reason in words.
 *
 * @throws Forbidden, RateLimited
 */
export async function capturePost(actor: Actor, url: string, ways?: Ways): Promise<CapturedPost | UnknownPost> {
  authorise(actor, 'article.edit')
  if (actor.kind === 'person') await countTry(PER_PERSON, actor.id)
  const post = await lookUpPost(url, ways)
  if (post.kind !== 'unknown' && post.kind !== 'page') await rememberCapture(url, post.hash)
  return post
}

/** The first capture stands: an article that has it should hear of a change, whoever pastes the post again. */
async function rememberCapture(url: string, hash: string): Promise<void> {
  const at = now()
  await database().postCheck.createMany({
    data: [{ id: newId(), url, hash, state: 'THERE', since: at, lastCheckedAt: at }],
    skipDuplicates: true,
  })
}
