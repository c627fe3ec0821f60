import type { Document } from '../document/document'
import { findToDos, type ToDo, tkRanges } from '../document/to-do'
import type { Issue } from '../errors'
import type { LoadedArticle } from './load-article'

type Fields = Pick<
  LoadedArticle,
  | 'kicker'
  | 'trailText'
  | 'dateline'
  | 'shortHeadline'
  | 'searchHeadline'
  | 'socialHeadline'
  | 'mailHeadline'
  | 'mainImageAlt'
  | 'mainImageCaption'
  | 'mainImageCredit'
>

const FIELDS: Record<keyof Fields, { field: string; name: string }> = {
  kicker: { field: 'kicker', name: 'kicker' },
  trailText: { field: 'trailText', name: 'trail text' },
  dateline: { field: 'dateline', name: 'dateline' },
  shortHeadline: { field: 'shortHeadline', name: 'short headline' },
  searchHeadline: { field: 'searchHeadline', name: 'headline for search engines' },
  socialHeadline: { field: 'socialHeadline', name: 'headline for social networks' },
  mailHeadline: { field: 'mailHeadline', name: 'headline for mail' },
  mainImageAlt: { field: 'mainImage.alt', name: 'alternative text of the main image' },
  mainImageCaption: { field: 'mainImage.caption', name: 'caption of the main image' },
  mainImageCredit: { field: 'mainImage.credit', name: 'credit of the main image' },
}

/**
 * What somebody meant to come back to: it holds an article back until it is done, or until somebody says why not. Each entry
 * leads to the first of its kind.
 * @param document the draft as it is, marks of the newsroom and suggestions included
 */
export function leftToDo(article: Fields, document: Document): Issue[] {
  const found = findToDos(document)
  return [
    ...inText('tk', found, 'TK mark', 'TK marks'),
    ...inText('to-do', found, 'to-do', 'to-dos'),
    ...Object.entries(FIELDS).flatMap(([key, { field, name }]) =>
      tkRanges(article[key as keyof Fields]).length === 0 ? [] : [held(field, 'tk', `There is a TK in the ${name}.`)],
    ),
  ]
}

function inText(kind: ToDo['kind'], found: readonly ToDo[], one: string, many: string): Issue[] {
  const ofKind = found.filter((toDo) => toDo.kind === kind)
  const [first] = ofKind
  if (first === undefined) return []
  const message = ofKind.length === 1 ? `1 ${one} is left.` : `${ofKind.length} ${many} are left.`
  return [held(`document:${first.from}`, kind, message)]
}

function held(field: string, code: string, message: string): Issue {
  return { field, code, message, severity: 'override' }
}
