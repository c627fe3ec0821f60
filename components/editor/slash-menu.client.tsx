'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { type BlockOffer, blocksFor } from './blocks'
import type { SlashQuery } from './extensions/slash'
import { useSurface } from './surface-context.client'

/** What the slash extension and the menu share: the extension writes the match, the menu takes the keys. */
export class SlashChannel {
  match: SlashQuery | null = null
  private listener: (() => void) | null = null
  private keys: ((key: string) => boolean) | null = null

  readonly change = (match: SlashQuery | null) => {
    this.match = match
    this.listener?.()
  }

  readonly key = (key: string) => this.keys?.(key) ?? false

  listen(listener: () => void): () => void {
    this.listener = listener
    return () => {
      this.listener = null
    }
  }

  takeKeys(keys: ((key: string) => boolean) | null): void {
    this.keys = keys
  }
}

const LIST_ID = 'slash-menu'

/** The list of blocks that follows a slash. The text keeps the focus; arrow keys, Enter and Tab work on the list. */
export function SlashMenu({ editor, channel }: { editor: Editor; channel: SlashChannel }) {
  const { ask } = useSurface()
  const [match, setMatch] = useState<SlashQuery | null>(null)
  const [active, setActive] = useState(0)
  const offers = match === null ? [] : blocksFor(match.query)
  const current = offers[Math.min(active, offers.length - 1)]

  useEffect(
    () =>
      channel.listen(() => {
        setMatch(channel.match)
        setActive(0)
      }),
    [channel],
  )

  function insert(offer: BlockOffer) {
    if (channel.match === null) return
    const { from, to } = channel.match
    editor.view.dispatch(editor.state.tr.delete(from, to))
    offer.run(editor, ask)
  }

  useEffect(() => {
    channel.takeKeys((key) => {
      if (offers.length === 0 || current === undefined) return false
      if (key === 'ArrowDown') setActive((offers.indexOf(current) + 1) % offers.length)
      else if (key === 'ArrowUp') setActive((offers.indexOf(current) - 1 + offers.length) % offers.length)
      else if (key === 'Enter' || key === 'Tab') insert(current)
      else return false
      return true
    })
    return () => channel.takeKeys(null)
  })

  // The text is what has the focus, so it says which row is meant.
  useEffect(() => {
    const { dom } = editor.view
    if (current === undefined) return
    dom.setAttribute('aria-controls', LIST_ID)
    dom.setAttribute('aria-activedescendant', rowId(current))
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, current])

  if (match === null || current === undefined) return null
  return (
    <SlashList editor={editor} match={match} offers={offers} current={current} onPoint={setActive} onChoose={insert} />
  )
}

function SlashList({
  editor,
  match,
  offers,
  current,
  onPoint,
  onChoose,
}: {
  editor: Editor
  match: SlashQuery
  offers: BlockOffer[]
  current: BlockOffer
  onPoint: (index: number) => void
  onChoose: (offer: BlockOffer) => void
}) {
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = list.current
    const room = element?.offsetParent
    if (!element || !room) return
    const caret = editor.view.coordsAtPos(match.from)
    const frame = room.getBoundingClientRect()
    const height = element.offsetHeight
    const isBelow = caret.bottom + height + 12 < window.innerHeight || caret.top - height < 110
    element.style.top = `${(isBelow ? caret.bottom + 6 : caret.top - height - 6) - frame.top}px`
    element.style.left = `${Math.max(0, Math.min(caret.left - frame.left, frame.width - element.offsetWidth - 8))}px`
  }, [editor, match])

  useEffect(() => {
    document.getElementById(rowId(current))?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <div
      ref={list}
      id={LIST_ID}
      role="listbox"
      aria-label="Blocks"
      tabIndex={-1}
      className="absolute z-30 max-h-72 w-72 overflow-y-auto overscroll-contain rounded-lg bg-raised p-1 font-sans text-ink shadow-float animate-appear"
    >
      {offers.map((offer, index) => (
        <div
          key={offer.name}
          id={rowId(offer)}
          role="option"
          tabIndex={-1}
          aria-selected={offer === current}
          // A list that opens under a resting pointer hears of a move by nothing.
          onPointerMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && onPoint(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(offer)}
          onKeyDown={(event) => event.key === 'Enter' && onChoose(offer)}
          className={classes(
            'flex cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 text-sm outline-none touch:min-h-11',
            offer === current && 'bg-sunken',
          )}
        >
          <offer.icon aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
          <span className="whitespace-nowrap font-medium">{offer.label}</span>
          <span aria-hidden="true" className="ml-auto truncate pl-2 text-ink-faint text-xs">
            {offer.hint}
          </span>
        </div>
      ))}
    </div>
  )
}

function rowId(offer: BlockOffer): string {
  return `${LIST_ID}-${offer.name}`
}
