'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { classes } from '@/components/ui/classes'
import { type BlockOffer, blocksFor } from './blocks'
import type { SlashQuery } from './extensions/slash'
import { useSurface } from './surface-context.client'

/** The open slash with the offers that fit it, and which of them is meant. */
type OpenSlash = { match: SlashQuery; offers: BlockOffer[]; active: number }

/**
 * What the slash extension and the menu share: the extension writes the match and hands over the keys. It is kept outside
 * React, so that a key is answered by what was typed before it, even when nothing of that has been drawn yet.
 */
export class SlashChannel {
  private open: OpenSlash | null = null
  private listener: (() => void) | null = null
  private choose: ((offer: BlockOffer, match: SlashQuery) => void) | null = null

  readonly change = (match: SlashQuery | null) => {
    // What others type elsewhere moves the slash along, and not which row is meant.
    if (match !== null && match.query === this.open?.match.query) this.tell({ ...this.open, match })
    else this.tell(match && { match, offers: blocksFor(match.query), active: 0 })
  }

  readonly key = (key: string): boolean => {
    if (this.open === null || this.open.offers.length === 0) return false
    const { offers, active } = this.open
    const current = offers[active]
    if (key === 'ArrowDown') this.point((active + 1) % offers.length)
    else if (key === 'ArrowUp') this.point((active - 1 + offers.length) % offers.length)
    else if ((key === 'Enter' || key === 'Tab') && current) this.take(current)
    else return false
    return true
  }

  readonly point = (active: number) => {
    if (this.open !== null) this.tell({ ...this.open, active })
  }

  readonly take = (offer: BlockOffer) => {
    if (this.open !== null) this.choose?.(offer, this.open.match)
  }

  readonly read = (): OpenSlash | null => this.open

  readonly listen = (listener: () => void) => {
    this.listener = listener
    return () => {
      this.listener = null
    }
  }

  onChoose(choose: ((offer: BlockOffer, match: SlashQuery) => void) | null): void {
    this.choose = choose
  }

  private tell(open: OpenSlash | null): void {
    this.open = open
    this.listener?.()
  }
}

const LIST_ID = 'slash-menu'

/** The list of blocks that follows a slash. The text keeps the focus; arrow keys, Enter and Tab work on the list. */
export function SlashMenu({ editor, channel }: { editor: Editor; channel: SlashChannel }) {
  const { ask } = useSurface()
  const open = useSyncExternalStore(channel.listen, channel.read, () => null)
  const current = open?.offers[open.active]

  useLayoutEffect(() => {
    channel.onChoose((offer, { from, to }) => {
      editor.view.dispatch(editor.state.tr.delete(from, to))
      offer.run(editor, ask)
    })
    return () => channel.onChoose(null)
  }, [channel, editor, ask])

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

  if (open === null || current === undefined) return null
  return (
    <SlashList
      editor={editor}
      match={open.match}
      offers={open.offers}
      current={current}
      onPoint={channel.point}
      onChoose={channel.take}
    />
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
