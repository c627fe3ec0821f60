import { safeUrl } from '@/lib/document/addresses'
import type { MarkProps } from './marks'

/** Words that lead to an article of ours, where it is now, or to the web. What is not public stays plain words. */
export function LinkedWords({ mark, printing, children }: MarkProps) {
  const { articleId, href } = mark.attrs
  if (articleId !== null) {
    const article = printing.resolved.articles.get(articleId)
    return article === undefined ? children : <a href={article.path}>{children}</a>
  }
  const address = safeUrl(href ?? '')
  return address === null ? (
    children
  ) : (
    <a href={address} rel="noopener">
      {children}
    </a>
  )
}
