'use client'

import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useMemo } from 'react'
import { shareOfOwnWords } from '@/lib/articles/own-words'
import { textThatStays } from '@/lib/document/count-words'
import { useReadLater } from '../use-read-later.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

/** "62% own words": how much of the text does not stand in the original. Looked at when somebody pauses. */
export function OwnWords({ editor, saver }: { editor: Editor; saver: FieldSaver }) {
  const origin = useField(saver, 'origin').value
  const original = useField(saver, 'importedText').value ?? ''
  return origin === 'OWN' || original === '' ? null : <Share editor={editor} original={original} />
}

function Share({ editor, original }: { editor: Editor; original: string }) {
  const words = useReadLater(editor, plainWords)
  const share = useMemo(() => shareOfOwnWords(words, original), [words, original])
  if (share === null) return null
  return (
    <p role="status" aria-label="Own words" className="text-ink-soft text-sm">
      <strong className="tabular font-semibold text-ink">{share}%</strong> own words
    </p>
  )
}

function plainWords(document: Node): string {
  const blocks: string[] = []
  document.descendants((node) => {
    if (node.isTextblock) blocks.push(textThatStays(node))
  })
  return blocks.join('\n')
}
