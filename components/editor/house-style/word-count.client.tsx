'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { readingMinutes, wordsIn } from '@/lib/document/count-words'
import type { FieldSaver } from '../around/field-saver'
import { useField } from '../around/use-field.client'
import { useFollowed } from '../use-followed.client'
import type { Checker } from './checker'
import { useCheck } from './use-checker.client'

/** How long the article is, how long it may be, and how long it takes to read. With words selected: how many those are. */
export function WordCount({ editor, checker, saver }: { editor: Editor; checker: Checker; saver: FieldSaver }) {
  const words = useCheck(checker, (checks) => checks.words)
  const language = useCheck(checker, (checks) => checks.language)
  const { value: commissioned } = useField(saver, 'commissionedWords')
  const selected = useSelectedWords(editor, language)
  if (words === null) return null
  const over = commissioned === null ? 0 : words - commissioned
  const minutes = readingMinutes(words)

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what can be filled in
    <div
      role="group"
      aria-label="Length"
      className="tabular flex shrink-0 items-baseline gap-1.5 whitespace-nowrap text-ink-faint text-xs"
    >
      <span className={classes(over > 0 && 'font-medium text-danger-ink')}>
        {selected === null ? '' : `${inDigits(selected)} of `}
        {commissioned === null ? inDigits(words) : `${inDigits(words)} / ${inDigits(commissioned)}`}
        {words === 1 && commissioned === null ? ' word' : ' words'}
      </span>
      {over > 0 ? <span className="font-medium text-danger-ink">{inDigits(over)} over</span> : null}
      {minutes > 0 ? (
        <>
          <span aria-hidden="true">·</span>
          <abbr title={`About ${minutes} min to read`} className="no-underline">
            {minutes} min
          </abbr>
        </>
      ) : null}
    </div>
  )
}

function inDigits(number: number): string {
  return number.toLocaleString('en')
}

/** Milliseconds that a selection must stand still before its words are counted. */
const STILL = 150

function useSelectedWords(editor: Editor, language: string): number | null {
  const range = useFollowed(editor, ({ state }) =>
    state.selection.empty ? null : { from: state.selection.from, to: state.selection.to },
  )
  const [words, setWords] = useState<number | null>(null)
  const from = range?.from
  const to = range?.to
  useEffect(() => {
    if (from === undefined || to === undefined) return setWords(null)
    const timer = setTimeout(() => {
      const { doc } = editor.state
      if (to > doc.content.size) return
      setWords(wordsIn(doc.textBetween(from, to, '\n', '\n'), language) || null)
    }, STILL)
    return () => clearTimeout(timer)
  }, [editor, language, from, to])
  return words
}
