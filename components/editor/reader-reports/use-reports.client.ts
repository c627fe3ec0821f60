'use client'

import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { readReports } from '../api/reader-reports'
import type { ArticleFacts } from '../article-facts'
import { showReports } from './report-signs'

/**
 * Shows what readers report at the paragraphs: read when the editor opens, when something about the article changed, and when somebody comes
 * back to the window. Without an answer there are no signs: they are a help.
 */
export function useReports(editor: Editor | null, facts: ArticleFacts): void {
  useEffect(() => {
    if (editor === null || !facts.can.reports || facts.firstPublishedAt === null) return
    const abort = new AbortController()
    const read = () => {
      readReports(facts.id, abort.signal).then(
        ({ reports }) => {
          if (!abort.signal.aborted && !editor.isDestroyed) showReports(editor.view, reports)
        },
        () => {},
      )
    }
    read()
    window.addEventListener('focus', read)
    return () => {
      abort.abort()
      window.removeEventListener('focus', read)
    }
  }, [editor, facts])
}
