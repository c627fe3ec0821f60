import type { FrozenFields } from '../articles/edition-metadata'
import type { LoadedArticle } from '../articles/load-article'
import type { Transaction } from '../db/database'
import { countWords } from '../document/count-words'
import { type Document, titlesOf } from '../document/document'
import type { Issue } from '../errors'
import { readSettings } from '../settings/settings'
import { HEADLINE_ROOM, type HeadlineField } from './headline-lengths'

/** So much longer than it was commissioned a text may be. */
const LENGTH_MOST = 1.1

type Going = {
  article: Pick<LoadedArticle, 'commissionedWords' | 'template'>
  /** The document for readers, and the fields that go out with it. */
  document: Document
  fields: FrozenFields
}

/** What a paper may ask of every article beyond what must be there. How pressing each is says the checklist. */
export async function fieldChecks(tx: Transaction, { article, document, fields }: Going): Promise<Issue[]> {
  // What the template asks for is on the list already.
  const isAskedFor = (field: string) => article.template?.requiredFields.includes(field) === true
  return [
    ...(await lengthIssues(tx, article.commissionedWords, document)),
    ...headlineIssues({ ...fields, headline: titlesOf(document).headline }),
    ...(fields.trailText.trim() === '' && !isAskedFor('trailText')
      ? [issue('trailText', 'no-trail-text', 'There is no trail text.')]
      : []),
    ...(fields.mainImage === null && !isAskedFor('mainImage')
      ? [issue('mainImage', 'no-main-image', 'There is no main image.')]
      : []),
  ]
}

async function lengthIssues(tx: Transaction, commissioned: number | null, document: Document): Promise<Issue[]> {
  if (commissioned === null || commissioned === 0) return []
  const { body } = countWords(document, (await readSettings(tx)).language)
  if (body <= commissioned * LENGTH_MOST) return []
  const message = `It has ${body} words, and ${commissioned} were commissioned.`
  return [issue('commissionedWords', 'over-length', message)]
}

function headlineIssues(headlines: Record<HeadlineField, string>): Issue[] {
  return (Object.keys(HEADLINE_ROOM) as HeadlineField[]).flatMap((field) => {
    const { name, place, most } = HEADLINE_ROOM[field]
    const length = [...headlines[field].trim()].length
    if (length <= most) return []
    return [issue(field, 'long-headline', `The ${name} has ${length} characters. About ${most} ${place}.`)]
  })
}

function issue(field: string, code: string, message: string): Issue {
  return { field, code, message, severity: 'warning' }
}
