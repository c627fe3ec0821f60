import type { Notice } from './readers'

/** Where a notice leads: to the conversation that it is about, to who was asked for a reply, else to the article. */
export function noticePath({ articleId, threadId, kind }: Pick<Notice, 'articleId' | 'threadId' | 'kind'>): string {
  const article = `/desk/articles/${articleId}`
  if (kind === 'REPLY_DUE' || kind === 'REPLY_PASSED') return `${article}?field=reply`
  return threadId === null ? article : `${article}?thread=${threadId}`
}
