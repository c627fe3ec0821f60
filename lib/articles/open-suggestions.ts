import type { Document } from '../document/document'
import { listSuggestions } from '../document/suggestions'
import type { Issue } from '../errors'

/**
 * Says on the checklist that somebody's suggestions wait for an answer. A warning: the text goes out as it would be without
 * them, so nothing is wrong with it, but whoever publishes should know.
 * @param document the draft as it is, suggestions included
 */
export function openSuggestions(document: Document): Issue[] {
  const open = listSuggestions(document)
  const [first] = open
  if (first === undefined) return []
  const message =
    open.length === 1
      ? '1 suggestion is open. Readers get the text without it.'
      : `${open.length} suggestions are open. Readers get the text without them.`
  return [{ field: `document:${first.from}`, code: 'open-suggestions', message, severity: 'warning' }]
}
