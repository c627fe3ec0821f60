import { DOMSerializer, DOMParser as DocumentParser, type Fragment, type Schema } from '@tiptap/pm/model'
import { isDropped } from './elements'
import { inertBody } from './inert-html'

const COPIED_FROM = 'data-copied-from'

/** Writes what is copied out of an article, with the article that it comes from. */
export class ArticleSerializer extends DOMSerializer {
  private readonly articleId: string

  constructor(schema: Schema, articleId: string) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))
    this.articleId = articleId
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const whole = super.serializeFragment(fragment, options, target)
    // Only the whole of what is copied has no target yet; the content of a block has.
    if (target === undefined) whole.firstElementChild?.setAttribute(COPIED_FROM, this.articleId)
    return whole
  }
}

/**
 * HTML that an editor of ours copied, as it may be pasted into this article: a conversation stays with its words only where
 * it takes place. Null when the HTML comes from elsewhere, or says so and is none of ours: one wrong attribute would keep it
 * from being read at all.
 */
export function ownSlice(html: string, articleId: string, schema: Schema): string | null {
  if (!html.includes(COPIED_FROM) || !html.includes('data-pm-slice')) return null
  const body = inertBody(html)
  const marked = body.querySelector(`[${COPIED_FROM}]`)
  if (marked === null || body.querySelector('[data-pm-slice]') === null) return null
  if (marked.getAttribute(COPIED_FROM) !== articleId)
    for (const commented of body.querySelectorAll('[data-thread]')) commented.replaceWith(...commented.childNodes)
  for (const element of body.querySelectorAll('*')) dropForeign(element)
  try {
    DocumentParser.fromSchema(schema).parseSlice(body)
  } catch {
    return null
  }
  return body.innerHTML
}

/** No editor of ours writes these. The editor's own parser, which comes next, reads whatever it is given. */
function dropForeign(element: Element): void {
  if (isDropped(element)) element.remove()
  for (const { name } of [...element.attributes]) if (/^on/i.test(name)) element.removeAttribute(name)
}
