import { type FieldValues, fieldsOf } from '../articles/fields'
import type { LoadedArticle } from '../articles/load-article'
import type { Issue } from '../errors'
import { FIELD_WORDS, type RequiredField } from './field-words'
import { knownFields } from './readers'

/** What the panel beside the text calls the box of a field. */
const BOXES: Partial<Record<RequiredField, string>> = { sourceName: 'source' }

/** What the article's template asks for and the article does not have. An editor may publish without, and says why. */
export function requiredFieldIssues(article: LoadedArticle): Issue[] {
  const { template } = article
  if (template === null) return []
  const values = fieldsOf(article)
  return knownFields(template.requiredFields)
    .filter((field) => isEmpty(values[field]))
    .map((field) => ({
      field: BOXES[field] ?? field,
      code: `template-needs-${field}`,
      message: `No ${FIELD_WORDS[field].toLowerCase()}: “${template.name}” asks for one.`,
      severity: 'override',
    }))
}

function isEmpty(value: FieldValues[RequiredField]): boolean {
  if (value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
