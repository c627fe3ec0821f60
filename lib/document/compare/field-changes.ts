import type { Node } from 'prosemirror-model'
import { compareWords } from './compare-words'
import { short } from './mark-notes'
import { blockName, FIELD_NAMES } from './names'
import type { FieldChange, HeadlineOf } from './rows'
import { plainInline } from './tokens'

/** What changed around the words of a block, and in one sentence what that was. */
export function fieldChanges(
  before: Node,
  after: Node,
  headlineOf: HeadlineOf,
): { notes: string[]; fields: FieldChange[] } {
  const changed = Object.keys({ ...before.attrs, ...after.attrs }).filter(
    (name) => JSON.stringify(before.attrs[name]) !== JSON.stringify(after.attrs[name]),
  )
  const name = blockName(after.type.name)
  const isSameKind = before.type === after.type
  return {
    notes: isSameKind
      ? [
          ...pointers(after, changed, name, headlineOf),
          ...told(
            changed.filter((field) => !POINTERS.has(field)),
            name,
          ),
        ]
      : [],
    fields: changed
      .filter((field) => !POINTERS.has(field))
      .map((field) => ({ field, was: before.attrs[field] ?? '', is: after.attrs[field] ?? '' }))
      .filter(({ was, is }) => typeof was === 'string' && typeof is === 'string' && was !== is)
      .map(({ field, was, is }) => ({
        label: capital(fieldName(field)),
        pieces: compareWords(plainInline(was), plainInline(is)).pieces,
      })),
  }
}

/** Values that are no words: which picture, which article. They get a sentence of their own. */
const POINTERS = new Set(['mediaId', 'articleId', 'articleIds', 'newsletterId'])

function pointers(after: Node, changed: readonly string[], name: string, headlineOf: HeadlineOf): string[] {
  return changed.flatMap((field) => {
    if (field === 'mediaId') return [`${name} replaced by another one.`]
    if (field === 'newsletterId') return [`${name} is for another newsletter now.`]
    if (field === 'articleIds') return [`${name} changed: ${headlines(after.attrs.articleIds, headlineOf)}.`]
    if (field !== 'articleId') return []
    const headline = after.attrs.articleId === null ? undefined : headlineOf(after.attrs.articleId)
    if (after.attrs.articleId === null) return [`${name} points at nothing now.`]
    return [`${name} now points at ${headline === undefined ? 'another article' : `‘${short(headline)}’`}.`]
  })
}

function headlines(ids: readonly string[], headlineOf: HeadlineOf): string {
  if (ids.length === 0) return 'no articles'
  return ids.map((id) => `‘${short(headlineOf(id) ?? 'an article')}’`).join(', ')
}

function told(changed: readonly string[], name: string): string[] {
  return changed.length === 0 ? [] : [`${name} changed: ${inSentence(changed.map(fieldName))}.`]
}

function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field
}

/** "a, b and c" */
function inSentence(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
