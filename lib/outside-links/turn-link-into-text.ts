import type { Actor } from '../policy/actor'
import { changeLinkedWords } from './change-linked-words'
import { getEditableLink, type LinkInArticle } from './link-in-article'

/**
 * Takes a link off its words in the draft; the words stay.
 * @throws Forbidden, NotFound
 * @throws Conflict when the draft does not link there from its words
 */
export async function turnLinkIntoText(actor: Actor, input: LinkInArticle): Promise<{ isPublic: boolean }> {
  const { url, host } = await getEditableLink(actor, input)
  return changeLinkedWords(actor, {
    articleId: input.articleId,
    url,
    title: `Link to ${host} turned into text`,
    change: (transform, { from, to, mark }) => transform.removeMark(from, to, mark),
  })
}
