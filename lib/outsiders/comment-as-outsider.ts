import { now } from '../clock'
import { transaction } from '../db/database'
import { Conflict } from '../errors'
import { nudgeMail } from '../jobs/nudge-mail'
import { readSettings } from '../settings/settings'
import { wordsFor } from '../site-words/words-for'
import { countPost } from './count-post'
import { lockOpenLink } from './find-open-link'
import type { OutsiderForm } from './outsider-input'
import { shownTo } from './shown-to'
import { tellOfOutsider } from './tell-of-outsider'

type CommentForm = Extract<OutsiderForm, { form: 'comment' }>

/** What a list can still be read from. */
const COMMENTS_MOST = 500

/**
 * Keeps what the holder of a link says of the article, and tells the newsroom. What is sent twice is kept once.
 *
 * @param network whence it comes
 * @throws NotFound when the secret opens nothing to comment on
 * @throws RateLimited
 * @throws Conflict when there is no room for more
 */
export async function commentAsOutsider(
  secret: string,
  { once, version, name, quote, words }: CommentForm,
  network: string,
): Promise<void> {
  await countPost(secret, network)
  await transaction(async (tx) => {
    const link = await lockOpenLink(tx, secret, 'COMMENT')
    const shown = await shownTo(tx, link)
    if ((await tx.outsiderComment.count({ where: { articleId: link.articleId } })) >= COMMENTS_MOST)
      throw new Conflict(wordsFor((await readSettings(tx)).language).preview.notSent.full)
    const { count } = await tx.outsiderComment.createMany({
      data: [
        {
          id: once,
          articleId: link.articleId,
          linkId: link.id,
          name,
          quote,
          text: words,
          // Nobody comments on what is not written yet.
          version: Math.min(version, shown.version),
          createdAt: now(),
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) return
    await tellOfOutsider(tx, link, shown.article, {
      action: 'outsider.comment',
      about: once,
      text: `${name} (${link.label}): ${words}`,
      detail: { commentId: once, name, version: shown.version },
    })
  })
  await nudgeMail()
}
