import type { Mark } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { changeDraft } from '../articles/change-draft'
import { Conflict } from '../errors'
import type { Actor } from '../policy/actor'
import { linkedStretches } from './linked-stretches'

type Change = {
  articleId: string
  url: string
  title: string
  change: (transform: Transform, stretch: { from: number; to: number; mark: Mark }) => void
}

/**
 * Changes the words of a draft that link to an address.
 * @throws Forbidden, NotFound
 * @throws Conflict when the draft does not link there from its words any more
 */
export async function changeLinkedWords(
  actor: Actor,
  { articleId, url, title, change }: Change,
): Promise<{ isPublic: boolean }> {
  const { isChanged, isPublic } = await changeDraft(actor, {
    articleId,
    title,
    detail: { outsideLink: url },
    change: (transform) => {
      for (const stretch of linkedStretches(transform.doc, url)) change(transform, stretch)
    },
  })
  if (!isChanged) throw new Conflict('The draft has changed meanwhile: there is nothing left to change.')
  return { isPublic }
}
