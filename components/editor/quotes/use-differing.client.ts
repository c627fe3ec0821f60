'use client'

import { useEffect, useRef, useState } from 'react'
import { plainWords } from '@/lib/quotes/plain-words'
import { type DifferingQuote, readDifferingQuotes } from '../api/quotes'

/** Words that were just typed are saved by then. */
const LATER_MILLISECONDS = 2_000

export type Differing = ReadonlyMap<string, DifferingQuote['differences']>

/** Words and speaker, as other stories are compared with them. */
export function sayingOf({ words, speaker }: Pick<DifferingQuote, 'words' | 'speaker'>): string {
  return `${plainWords(speaker)}: ${plainWords(words)}`
}

/**
 * Which quotations of a story another one has with other words: read when it is opened, when what it quotes has changed, and when somebody
 * comes back to the window. They are a help: without an answer there are none.
 */
export function useDiffering(articleId: string, quoted: string): Differing {
  const [differing, setDiffering] = useState<Differing>(new Map())
  const hasRead = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is quoted decides when it is read again
  useEffect(() => {
    const abort = new AbortController()
    const read = () => {
      readDifferingQuotes(articleId, abort.signal).then(
        ({ quotes }) => setDiffering(new Map(quotes.map((quote) => [sayingOf(quote), quote.differences]))),
        () => {},
      )
    }
    const timer = setTimeout(read, hasRead.current ? LATER_MILLISECONDS : 0)
    hasRead.current = true
    window.addEventListener('focus', read)
    return () => {
      clearTimeout(timer)
      abort.abort()
      window.removeEventListener('focus', read)
    }
  }, [articleId, quoted])
  return differing
}
