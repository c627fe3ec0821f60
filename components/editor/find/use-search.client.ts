'use client'

import type { Editor } from '@tiptap/core'
import type { RE2JS } from 're2js'
import { useEffect, useMemo, useState } from 'react'
import { currentMatch, lookFor, reveal } from './find-commands'
import { type Query, searchWords } from './search'
import { searchPattern } from './search-pattern'

/** A single letter stands everywhere in a text: most people type on at once. */
const FIRST_LETTER_MILLISECONDS = 250

/** Shows in the text what the query finds while it is shown, and says what is wrong with the query. */
export function useSearch(editor: Editor, query: Query, isOpen: boolean): { problem: string | null; isReady: boolean } {
  const engine = useEngine(isOpen && query.isPattern)
  const { text, matchCase, wholeWord, isPattern } = query
  const compiled = useMemo(() => {
    const asked = { text, matchCase, wholeWord, isPattern }
    if (!isPattern) return searchWords(asked)
    if (engine === 'failed')
      return { problem: 'Regular expressions could not be loaded. Try again when you are online.' }
    return engine === null ? null : searchPattern(asked, engine)
  }, [text, matchCase, wholeWord, isPattern, engine])

  useEffect(() => {
    if (!isOpen) return
    const look = () => {
      if (editor.isDestroyed) return
      const { view } = editor
      const near = currentMatch(view.state)?.from ?? view.state.selection.from
      lookFor(view, compiled !== null && 'search' in compiled ? compiled.search : null, near)
      const match = currentMatch(view.state)
      if (match !== undefined) reveal(view, match)
    }
    if (text.length !== 1) {
      look()
      return
    }
    const waiting = setTimeout(look, FIRST_LETTER_MILLISECONDS)
    return () => clearTimeout(waiting)
  }, [editor, compiled, isOpen, text])

  const isReady = compiled !== null && 'search' in compiled
  return { problem: compiled !== null && 'problem' in compiled ? compiled.problem : null, isReady }
}

/** The engine for regular expressions, fetched when somebody first wants one. */
function useEngine(isWanted: boolean): typeof RE2JS | 'failed' | null {
  const [engine, setEngine] = useState<{ is: typeof RE2JS | 'failed' } | null>(null)
  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    import('re2js').then(
      ({ RE2JS }) => !isGone && setEngine({ is: RE2JS }),
      () => !isGone && setEngine({ is: 'failed' }),
    )
    return () => {
      isGone = true
    }
  }, [isWanted])
  return engine?.is ?? null
}
