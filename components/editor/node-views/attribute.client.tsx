'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { type ComponentProps, useId, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { controlClasses } from '@/components/ui/field.client'
import { suggestedAttributes } from '@/lib/document/suggesting/pieces'
import { isSuggesting } from '../suggesting/suggesting-mode'

/** What the fields of a block need of its node view. */
export type BlockProps = Pick<ReactNodeViewProps, 'editor' | 'node' | 'getPos'>

let sessions = 0

/**
 * Sets one attribute of a block, as an ordinary step that is saved and shared like a typed letter.
 * @param group changes with the same number are undone together: what one visit to a field typed
 */
export function setAttribute({ editor, getPos }: BlockProps, name: string, value: unknown, group?: number): void {
  const position = getPos()
  if (position === undefined || editor.isDestroyed) return
  const tr = editor.state.tr.setNodeAttribute(position, name, value)
  // prosemirror-history keeps what belongs to one composition in one event.
  if (group !== undefined) tr.setMeta('composition', group)
  editor.view.dispatch(tr)
}

/** A number for one visit to a field, unlike those that the browser's own compositions get. */
function newGroup(): number {
  sessions += 1
  return -1_000 - sessions
}

/**
 * The words of a field while somebody types in it, and the attribute's when nobody does. A letter goes into the document at
 * once; what the document does not take (half an address) stays in the field.
 */
export function useAttributeText(
  block: BlockProps,
  name: string,
  read: (value: string) => string = asItIs,
  write: (text: string) => string | null = oneLine,
  set: typeof setAttribute = setAttribute,
) {
  const shown = suggestedAttributes(block.node)[name]
  const stored = read(String(shown ?? ''))
  const [draft, setDraft] = useState<string | null>(null)
  const group = useRef(0)

  return {
    text: draft ?? stored,
    isRefused: draft !== null && write(draft) === null,
    start: () => {
      group.current = newGroup()
      setDraft(stored)
    },
    type: (text: string) => {
      setDraft(text)
      const value = write(text)
      // A suggestion is made when the words are complete: it draws the block anew, and this field with it.
      if (value !== null && value !== shown && !isSuggesting(block.editor)) set(block, name, value, group.current)
    },
    finish: () => {
      const value = draft === null ? null : write(draft)
      if (value === null) return
      setDraft(null)
      if (value !== shown && isSuggesting(block.editor)) set(block, name, value)
    },
  }
}

const asItIs = (text: string) => text
/** A line has no breaks, however they are written. */
const oneLine = (text: string) => text.replace(/[\n\r\u2028\u2029]+/g, ' ')

/** A labelled field for one attribute of a block. */
export function AttributeField({
  block,
  name,
  label,
  most,
  read = asItIs,
  write = oneLine,
  set,
  refusal,
  className,
  ...rest
}: {
  block: BlockProps
  name: string
  label: string
  most: number
  read?: (value: string) => string
  /** The value for what is typed, or null when it cannot stand in the document. */
  write?: (text: string) => string | null
  /** Where more changes with the attribute than itself. */
  set?: typeof setAttribute
  /** What to say when it cannot. */
  refusal?: string
} & Omit<ComponentProps<'input'>, 'name' | 'value' | 'onChange' | 'onFocus' | 'onBlur'>) {
  const id = useId()
  const field = useAttributeText(block, name, read, write, set)
  const canEdit = block.editor.isEditable

  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className="font-medium text-2xs text-ink-faint uppercase tracking-wide">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        data-attribute={name}
        readOnly={!canEdit}
        maxLength={most}
        autoComplete="off"
        aria-invalid={field.isRefused || undefined}
        aria-describedby={field.isRefused ? `${id}-refusal` : undefined}
        value={field.text}
        onFocus={field.start}
        onChange={(event) => field.type(event.target.value)}
        onBlur={field.finish}
        className={classes(controlClasses, 'h-8 px-2 touch:h-11')}
      />
      {field.isRefused && refusal !== undefined ? (
        <p id={`${id}-refusal`} role="alert" className="text-danger-ink text-xs">
          {refusal}
        </p>
      ) : null}
    </div>
  )
}
