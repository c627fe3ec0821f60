import type { Actor } from '../policy/actor'
import { changeLinkedWords } from './change-linked-words'
import { getEditableLink, type LinkInArticle } from './link-in-article'

/**
 * Has the linked words of the draft lead to the archive's copy of the page.
 * @throws Forbidden, NotFound
 * @throws Conflict when the draft does not link there from its words
 */
export async function pointLinkToArchive(actor: Actor, input: LinkInArticle): Promise<{ isPublic: boolean }> {
  const { url, host, archiveUrl } = await getEditableLink(actor, input)
  return changeLinkedWords(actor, {
    articleId: input.articleId,
    url,
    title: `Link to ${host} led to the archive`,
    change: (transform, { from, to, mark }) =>
      transform.addMark(from, to, mark.type.create({ articleId: null, href: archiveUrl })),
  })
}
