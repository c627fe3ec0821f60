/** Where a reader reports an error in a paragraph, counted from 1. */
export function questionPath(articleId: string, paragraph: number): string {
  return `/question/${articleId}/${paragraph}`
}

/** What a reader is told who has reported one. */
export function thanksPath(articleId: string): string {
  return `/question/${articleId}/thanks`
}
