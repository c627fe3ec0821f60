import { useRef, useState } from 'react'
import { KEPT_COMMENTS } from '../session/kept-fields'
import type { Range } from './commented-words'
import { NOTHING_TYPED, type TypedComment } from './typed-mentions'

/** What was typed and not sent. A comment that begins a conversation knows its words, too. */
export type KeptWords = TypedComment & { about?: { threadId: string; quote: string; range: Range | null } }

/** Where the words of a form are kept in this tab: they outlive the form, the panel and the page. */
export type Place = { articleId: string; personId: string; form: string }

export function readKeptWords(place: Place): KeptWords | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(place)) ?? 'null') as KeptWords | null
  } catch {
    return null
  }
}

export function keepWords(place: Place, words: KeptWords | null): void {
  try {
    if (words === null) sessionStorage.removeItem(keyOf(place))
    else sessionStorage.setItem(keyOf(place), JSON.stringify(words))
  } catch {
    // A browser that keeps nothing: the words live as long as the form does.
  }
}

/** What is typed into a form, kept in the tab as it is typed. Empty words are not kept. */
export function useKeptWords(
  place: Place,
  initial: TypedComment = NOTHING_TYPED,
): [TypedComment, (typed: TypedComment) => void] {
  const [typed, setTyped] = useState<TypedComment>(() => readKeptWords(place) ?? initial)
  const latest = useRef(place)
  latest.current = place
  return [
    typed,
    (next) => {
      setTyped(next)
      const { about } = readKeptWords(latest.current) ?? {}
      const isNothing = next.text === '' && about === undefined
      keepWords(latest.current, isNothing ? null : { ...next, ...(about === undefined ? {} : { about }) })
    },
  ]
}

function keyOf({ articleId, personId, form }: Place): string {
  return `${KEPT_COMMENTS}${articleId}:${personId}:${form}`
}
