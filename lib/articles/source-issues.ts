import type { Issue } from '../errors'
import type { LoadedArticle } from './load-article'
import { isTheirText } from './origins'

/**
 * What is missing before readers are told honestly where an article is from. None of it can be passed over: words of others
 * do not go out without their name, their page and their terms.
 */
export function sourceIssues(article: LoadedArticle): Issue[] {
  const { origin, sourceName, sourceUrl, licence, isSourceCanonical } = article
  const issues: Issue[] = []
  const add = (field: string, code: string, message: string) =>
    issues.push({ field, code, message, severity: 'blocking' })

  if (origin === 'OWN') {
    if (sourceUrl !== '' && sourceName === '') add('source', 'no-source-name', 'The source has an address but no name.')
  } else {
    if (sourceName.trim() === '') add('source', 'no-source-name', 'It is not our own, and the publisher has no name.')
    if (sourceUrl === '') add('sourceUrl', 'no-source-address', 'It is not our own, and the original has no address.')
    if (licence.trim() === '')
      add('licence', 'no-licence', 'It is not our own, and nobody said on what terms it is printed.')
  }
  if (isSourceCanonical && !isTheirText(origin))
    add(
      'isSourceCanonical',
      'canonical-of-own',
      'The original is the canonical page only where the text is theirs: wire or partner.',
    )
  return issues
}
