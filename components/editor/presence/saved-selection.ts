import { getVersion, sendableSteps } from 'prosemirror-collab'
import type { EditorState } from 'prosemirror-state'

export type SavedSelection = { version: number; selection: { anchor: number; head: number } }

/** More unsaved steps than that are nobody's typing of a moment: offline, or a whole article pasted in. */
const MOST_PENDING = 500

/**
 * The selection in the last saved version of the document, which is what others have too: inside of words that are not saved
 * yet it stands before them. Null while too much is unsaved to say.
 */
export function savedSelection(state: EditorState): SavedSelection | null {
  const pending = sendableSteps(state)?.steps ?? []
  if (pending.length > MOST_PENDING) return null
  const back = (position: number) => pending.reduceRight((at, step) => step.getMap().invert().map(at, -1), position)
  const { anchor, head } = state.selection
  return { version: getVersion(state), selection: { anchor: back(anchor), head: back(head) } }
}
