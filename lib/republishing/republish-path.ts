/** Where the text of an article is given away. @param articlePath "/section/slug" */
export function republishPath(articlePath: string): string {
  return `${articlePath}/republish`
}
