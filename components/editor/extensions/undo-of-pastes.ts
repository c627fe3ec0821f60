import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'

/** What is pasted is one thing to undo, however soon it follows what was typed or pasted before it. */
export const undoOfPastes = Extension.create({
  name: 'undoOfPastes',

  dispatchTransaction({ transaction, next }) {
    next(transaction.docChanged && transaction.getMeta('paste') ? closeHistory(transaction) : transaction)
  },
})
