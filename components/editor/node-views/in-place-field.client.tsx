'use client'

import type { ComponentProps } from 'react'
import { classes } from '@/components/ui/classes'
import { type BlockProps, useAttributeText } from './attribute.client'

/** One attribute of a block, written where readers see it: a heading, a date, a caption. It looks like the words it becomes. */
export function InPlaceField({
  block,
  name,
  label,
  most,
  className,
  onDown,
  onUp,
  ...rest
}: {
  block: BlockProps
  name: string
  /** Read aloud, and said in the empty field where there is no placeholder. */
  label: string
  most: number
  /** Where Enter and the arrow down lead. */
  onDown: () => void
  onUp: () => void
} & Omit<ComponentProps<'input'>, 'name' | 'value' | 'onChange' | 'onFocus' | 'onBlur' | 'onKeyDown'>) {
  const field = useAttributeText(block, name)
  return (
    <input
      placeholder={label}
      {...rest}
      aria-label={label}
      data-attribute={name}
      readOnly={!block.editor.isEditable}
      maxLength={most}
      autoComplete="off"
      value={field.text}
      onFocus={field.start}
      onChange={(event) => field.type(event.target.value)}
      onBlur={field.finish}
      onKeyDown={(event) => {
        const way = event.key === 'ArrowUp' ? onUp : event.key === 'Enter' || event.key === 'ArrowDown' ? onDown : null
        if (way === null || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        way()
      }}
      className={classes(
        'block w-full min-w-0 rounded-sm bg-transparent text-ink outline-none placeholder:text-ink-faint placeholder:opacity-75',
        'hover:bg-sunken focus:bg-sunken touch:min-h-11 touch:text-[1rem]',
        className,
      )}
    />
  )
}
