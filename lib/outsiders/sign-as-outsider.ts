import { contentHash } from '../articles/content-hash'
import { cutRevision } from '../articles/cut-revision'
import { now } from '../clock'
import { isUniqueViolation, transaction } from '../db/database'
import { Conflict } from '../errors'
import { newId } from '../ids'
import { nudgeMail } from '../jobs/nudge-mail'
import { assertWords } from '../legal/assert-words'
import { VERDICT_WORDS } from '../legal/verdict-words'
import { readSettings } from '../settings/settings'
import { wordsFor } from '../site-words/words-for'
import { countPost } from './count-post'
import { lockOpenLink } from './find-open-link'
import type { OutsiderForm } from './outsider-input'
import { shownTo } from './shown-to'
import { tellOfOutsider } from './tell-of-outsider'

type SignForm = Extract<OutsiderForm, { form: 'sign' }>

/**
 * Records that the holder of a link signed the version that it shows, with conditions, or would not. Once for each link; a draft
 * that has gone on since makes no difference to what was signed.
 *
 * @param network whence it comes
 * @throws NotFound when the secret opens nothing to sign
 * @throws Conflict when it was answered already
 * @throws Invalid when conditions or a refusal come without words
 * @throws RateLimited
 */
export async function signAsOutsider(
  secret: string,
  { name, verdict, words }: SignForm,
  network: string,
): Promise<void> {
  await countPost(secret, network)
  const say = wordsFor((await readSettings()).language).preview.notSent
  assertWords(verdict, words, say)
  await refusingTwice(say.answered, () =>
    transaction(async (tx) => {
      const link = await lockOpenLink(tx, secret, 'SIGN_OFF')
      const { article, document, fields, version } = await shownTo(tx, link)
      const id = newId()
      await tx.legalReview.create({
        data: {
          id,
          articleId: link.articleId,
          version,
          hash: contentHash(document, fields),
          fields,
          verdict,
          conditions: words,
          askedById: link.createdById,
          askedAt: link.createdAt,
          signedByName: name,
          outsiderLinkId: link.id,
          signedAt: now(),
        },
      })
      const maker = { id: link.createdById }
      await cutRevision(tx, maker, { articleId: link.articleId, version, document, reason: 'SIGNED' })
      await tellOfOutsider(tx, link, article, {
        action: 'outsider.sign',
        about: id,
        text: [`${name} (${link.label})`, VERDICT_WORDS[verdict], words].filter((part) => part !== '').join(': '),
        detail: { reviewId: id, name, verdict, version },
      })
    }),
  )
  await nudgeMail()
}

async function refusingTwice(why: string, sign: () => Promise<void>): Promise<void> {
  try {
    await sign()
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict(why)
    throw error
  }
}
