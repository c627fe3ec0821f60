import type { Notice } from './readers'

/** Where a notice leads: to the conversation that it is about, else to the article. */
export function noticePath({ articleId, threadId }: Pick<Notice, 'articleId' | 'threadId'>): string {
  const article = `/desk/articles/${articleId}`
  return threadId === null ? article : `${article}?thread=${threadId}`
}
