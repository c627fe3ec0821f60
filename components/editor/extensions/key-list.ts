/** Keys as they are written down everywhere: "Mod" is Ctrl, or ⌘ on a Mac. Several ways are separated by ", ". */
export type KeyEntry = { keys: string; does: string; group: string }

const TEXT = 'Text'
const BLOCKS = 'Blocks'
const MOVING = 'Getting about'
const CHECKS = 'Checks'
const REVIEW = 'Suggestions'
const FRONTS = 'Fronts'

/**
 * What the keys of the text do beyond typing, for the list that "?" shows. This file knows no editor, so that every page of
 * the newsroom can show it.
 */
export const KEYS: readonly KeyEntry[] = [
  { keys: 'Mod-B', does: 'Bold', group: TEXT },
  { keys: 'Mod-I', does: 'Italic', group: TEXT },
  { keys: 'Mod-K', does: 'Link the selected words', group: TEXT },
  { keys: 'Mod-Shift-S', does: 'Say who is quoted', group: TEXT },
  { keys: 'Mod-Alt-A', does: 'Say whose claim the selected words are', group: TEXT },
  { keys: 'Mod-Alt-E', does: 'Explain the selected words to readers', group: TEXT },
  { keys: 'Mod-Alt-N', does: 'Footnote', group: TEXT },
  { keys: 'Mod-Alt-M', does: 'Comment on the selected words, or go to their comment', group: TEXT },
  { keys: 'Mod-F', does: 'Find', group: TEXT },
  { keys: 'Mod-Alt-F, Mod-H', does: 'Find and replace', group: TEXT },
  { keys: 'Mod-Z', does: 'Undo', group: TEXT },
  { keys: 'Shift-Mod-Z', does: 'Redo', group: TEXT },
  { keys: 'Shift-Enter', does: 'New line in the same paragraph', group: TEXT },
  { keys: 'Mod-Alt-2', does: 'Crosshead', group: BLOCKS },
  { keys: 'Mod-Shift-8', does: 'Bulleted list', group: BLOCKS },
  { keys: 'Mod-Shift-7', does: 'Numbered list', group: BLOCKS },
  { keys: 'Mod-Shift-9', does: 'Quotation', group: BLOCKS },
  { keys: '/', does: 'Insert a block by name, on an empty line', group: BLOCKS },
  { keys: 'Alt-↑', does: 'Move the block up', group: BLOCKS },
  { keys: 'Alt-↓', does: 'Move the block down', group: BLOCKS },
  { keys: 'Tab', does: 'Indent in a list, next cell in a table', group: BLOCKS },
  { keys: 'Mod-Enter', does: 'Go on below the box, table or list', group: BLOCKS },
  { keys: 'Shift-Tab', does: 'Outdent in a list, cell before in a table', group: BLOCKS },
  { keys: 'Mod-Shift-Enter', does: 'Go to the next mark', group: CHECKS },
  { keys: 'Alt-Enter', does: 'Put right what the house style marks here', group: CHECKS },
  { keys: 'Mod-Alt-K', does: 'Mark as to-do', group: CHECKS },
  { keys: 'Mod-Alt-S', does: 'Suggest instead of editing, or edit again', group: REVIEW },
  { keys: 'Mod-Alt-J', does: 'Go to the next suggestion', group: REVIEW },
  { keys: 'Mod-Alt-Shift-J', does: 'Go to the suggestion before', group: REVIEW },
  { keys: 'Mod-Alt-Y', does: 'Accept the suggestion here', group: REVIEW },
  { keys: 'Mod-Alt-U', does: 'Reject the suggestion here', group: REVIEW },
  { keys: 'Enter', does: 'Edit the card', group: FRONTS },
  { keys: 'Alt-↑, Alt-↓', does: 'Move the card or the container up or down', group: FRONTS },
  { keys: 'Delete', does: 'Take the card away', group: FRONTS },
  { keys: 'Mod-Alt-H', does: 'History of the article', group: MOVING },
  { keys: 'Alt-F10', does: 'Go to the toolbar', group: MOVING },
  { keys: 'F2', does: 'Go to the fields of the block', group: MOVING },
  { keys: 'Esc', does: 'Back to the text from a field of a block', group: MOVING },
  { keys: 'Mod-K', does: 'Command palette, where no words are selected', group: MOVING },
  { keys: 'Mod-Shift-P', does: 'Command palette, from anywhere', group: MOVING },
  { keys: '?', does: 'This list, where nobody is typing', group: MOVING },
]
