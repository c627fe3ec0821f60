import { changeDraft } from '../articles/change-draft'
import type { Actor } from '../policy/actor'
import { getEditableLink, type LinkInArticle } from './link-in-article'
import { linkedStretches } from './linked-stretches'

/**
 * Takes a link off its words in the draft; the words stay.
 * @throws Forbidden, NotFound
 * @throws Conflict when the draft does not link there from its words
 */
export async function turnLinkIntoText(actor: Actor, input: LinkInArticle): Promise<{ isPublic: boolean }> {
  const { url, host } = await getEditableLink(actor, input)
  return changeDraft(actor, {
    articleId: input.articleId,
    name: `Link to ${host} turned into text`.slice(0, 80),
    change: (transform) => {
      for (const { from, to, mark } of linkedStretches(transform.doc, url)) transform.removeMark(from, to, mark)
    },
  })
}
