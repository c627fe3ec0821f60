import type { Mark } from 'prosemirror-model'
import { classes } from '@/components/ui/classes'

/** Some words as the history shows them. `tint` is the colour of whoever wrote them, 0 to 5. */
export type ShownWords = {
  text: string
  marks: readonly Mark[]
  change?: 'same' | 'added' | 'removed' | 'marked' | undefined
  tint?: number | undefined
}

/** Words with what happened to them: put in, taken out, marked otherwise. */
export function Words({ words }: { words: readonly ShownWords[] }) {
  let at = 0
  return words.map((part) => {
    const key = at
    at += part.text.length
    return <Part key={`${key}${part.change ?? ''}`} part={part} />
  })
}

function Part({ part: { text, marks, change, tint } }: { part: ShownWords }) {
  const className = classes(
    ...marks.map(({ type }) => `words-${type.name}`),
    change === 'marked' && 'words-marked',
    tint !== undefined && 'words-tinted',
  )
  const lines = text === '\n' ? '↵\n' : text
  if (change === 'added') return <ins className={className || undefined}>{lines}</ins>
  if (change === 'removed') return <del className={className || undefined}>{lines}</del>
  if (className === '') return text
  return (
    <span className={className} data-tint={tint}>
      {text}
    </span>
  )
}
