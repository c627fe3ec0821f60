'use client'

import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { quotedOnce } from '@/lib/quotes/quoted-once'
import type { Range } from './quote-target'

/** Goes to the quotation that the address of the page names, `?quote=0`, once the editor is there. */
export function useAskedQuote(editor: Editor | null): void {
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).get('quote')
    if (editor === null || asked === null) return
    const quote = quotedOnce(editor.state.doc)[Number(asked)]
    if (quote !== undefined) goToQuote(editor, quote)
  }, [editor])
}

/** Selects a quotation and brings it to the middle of the page. */
export function goToQuote({ state, view }: Editor, { from, to }: Range): void {
  const end = Math.min(to, state.doc.content.size)
  const selection = TextSelection.between(state.doc.resolve(Math.min(from, end)), state.doc.resolve(end))
  view.dispatch(state.tr.setSelection(selection))
  view.focus()
  const { node } = view.domAtPos(selection.from)
  const place = node instanceof Element ? node : node.parentElement
  place?.scrollIntoView({ block: 'center' })
}
