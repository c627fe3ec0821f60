import { changeDraft } from '../articles/change-draft'
import type { Actor } from '../policy/actor'
import { getEditableLink, type LinkInArticle } from './link-in-article'
import { linkedStretches } from './linked-stretches'

/**
 * Has the linked words of the draft lead to the archive's copy of the page.
 * @throws Forbidden, NotFound
 * @throws Conflict when the draft does not link there from its words
 */
export async function pointLinkToArchive(actor: Actor, input: LinkInArticle): Promise<{ isPublic: boolean }> {
  const { url, host, archiveUrl } = await getEditableLink(actor, input)
  return changeDraft(actor, {
    articleId: input.articleId,
    name: `Link to ${host} led to the archive`.slice(0, 80),
    change: (transform) => {
      for (const { from, to, mark } of linkedStretches(transform.doc, url))
        transform.addMark(from, to, mark.type.create({ articleId: null, href: archiveUrl }))
    },
  })
}
