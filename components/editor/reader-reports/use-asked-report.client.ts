'use client'

import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { notify } from '@/components/ui/toaster.client'
import { type FoundParagraph, findParagraph } from '@/lib/reader-reports/find-paragraph'
import { readReport } from '../api/reader-reports'
import { messageOf } from '../api/request'
import { goToQuote } from '../quotes/use-asked-quote.client'

const SAID: Record<Exclude<FoundParagraph['kind'], 'same'>, string> = {
  changed: 'These words have changed since the reader had them.',
  nearest: 'The words that the reader questions are gone. This is where they stood.',
}

/** Goes to the words of the report that the address of the page names, `?report=`, once the editor is there. */
export function useAskedReport(editor: Editor | null, articleId: string): void {
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).get('report')
    if (editor === null || asked === null) return
    const abort = new AbortController()
    readReport(articleId, asked, abort.signal).then(
      (report) => {
        if (!abort.signal.aborted && !editor.isDestroyed) goTo(editor, findParagraph(editor.state.doc, report))
      },
      (error: unknown) => {
        if (!abort.signal.aborted) notify.problem(messageOf(error))
      },
    )
    return () => abort.abort()
  }, [editor, articleId])
}

function goTo(editor: Editor, found: FoundParagraph | null): void {
  if (found === null) {
    notify.warn('This article has no paragraph to go to.')
    return
  }
  const from = found.position + 1
  goToQuote(editor, { from, to: from + found.node.content.size })
  if (found.kind !== 'same') notify.warn(SAID[found.kind])
}
