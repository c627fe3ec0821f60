/** Where the editor shows a quotation in its story. */
export function quotePlaceHref({ articleId, position }: { articleId: string; position: number }): string {
  return `/desk/articles/${articleId}?quote=${position}`
}
