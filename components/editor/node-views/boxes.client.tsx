'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { CalendarClock, Info, ListChecks, MessageCircleQuestion } from 'lucide-react'
import type { ReactNode } from 'react'
import { focusAttribute } from '../boxes/focus-attribute'
import { goAbove, goInside } from './beside-block'
import { BlockFrame } from './block-frame.client'
import { InPlaceField } from './in-place-field.client'

/** The article in a few lines. */
export function KeyPointsView(block: ReactNodeViewProps) {
  return <BoxView block={block} label="Key points" icon={<ListChecks />} />
}

/** What a reader should know, set apart from the prose. */
export function FactBoxView(block: ReactNodeViewProps) {
  return <BoxView block={block} label="Fact box" icon={<Info />} placeholder="Heading of the fact box" />
}

/** What happened, in order. */
export function TimelineView(block: ReactNodeViewProps) {
  return <BoxView block={block} label="Timeline" icon={<CalendarClock />} first="when" />
}

/** Questions that readers have, and the answers. */
export function QuestionAndAnswerView(block: ReactNodeViewProps) {
  return <BoxView block={block} label="Q&A" icon={<MessageCircleQuestion />} />
}

function BoxView({
  block,
  label,
  icon,
  first,
  placeholder = `${label} (heading)`,
}: {
  block: ReactNodeViewProps
  label: string
  icon: ReactNode
  /** The field of an entry that comes after the heading. */
  first?: string
  placeholder?: string
}) {
  return (
    <BlockFrame
      label={label}
      icon={icon}
      isSelected={block.selected}
      canEdit={block.editor.isEditable}
      onRemove={block.deleteNode}
    >
      <div contentEditable={false} className="px-3 pt-2.5">
        <InPlaceField
          block={block}
          name="heading"
          label="Heading"
          most={200}
          placeholder={placeholder}
          onUp={() => goAbove(block)}
          onDown={() => goInside(block, first)}
          className="px-1 py-0.5 font-semibold text-base"
        />
      </div>
      <NodeViewContent className="block-words box-words" />
    </BlockFrame>
  )
}

/** One moment: when, and what happened. */
export function TimelineEntryView(block: ReactNodeViewProps) {
  /** From the first moment to the heading of the timeline, from any other to the end of the one before. */
  function goUp() {
    const position = block.getPos()
    const { view } = block.editor
    if (position === undefined) return
    const $place = view.state.doc.resolve(position)
    if ($place.index() > 0 || !focusAttribute(view, $place.before(), 'heading')) goAbove(block)
  }

  return (
    <NodeViewWrapper className="timeline-entry">
      <div contentEditable={false}>
        <InPlaceField
          block={block}
          name="when"
          label="When"
          most={120}
          placeholder="When: May 2019, a week later"
          onUp={goUp}
          onDown={() => goInside(block)}
          className="px-1 font-sans font-medium text-sm"
        />
      </div>
      <NodeViewContent className="timeline-words" />
    </NodeViewWrapper>
  )
}
