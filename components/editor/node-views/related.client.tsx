'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { ArrowDown, ArrowUp, GripVertical, List, Plus, X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { RELATED_FEWEST, RELATED_MOST } from '@/lib/document/nodes/related'
import { useArticleCards } from '../linking/article-cards.client'
import { headlineOf, TargetLine } from '../linking/target-line'
import { useSurface } from '../surface-context.client'
import { setAttribute } from './attribute.client'
import { BlockFrame } from './block-frame.client'
import { moved } from './moved'

/** Articles to read next, in the order in which somebody put them. */
export function RelatedView(block: ReactNodeViewProps) {
  const ids: string[] = block.node.attrs.articleIds
  const cards = useArticleCards(ids)
  const { ask } = useSurface()
  const canEdit = block.editor.isEditable
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [said, setSaid] = useState('')

  function move(index: number, to: number) {
    if (to < 0 || to >= ids.length || to === index) return
    setAttribute(block, 'articleIds', moved(ids, index, to))
    setSaid(`Now ${to + 1} of ${ids.length}.`)
  }

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1))
  }

  function onDrag(event: PointerEvent, id: string) {
    const rows = [...(list.current?.children ?? [])]
    const over = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom)
    const index = ids.indexOf(id)
    const to = over === -1 ? ids.length - 1 : over
    if (index !== -1 && to !== index) setAttribute(block, 'articleIds', moved(ids, index, to))
  }

  return (
    <BlockFrame
      label="Related articles"
      icon={<List />}
      isSelected={block.selected}
      canEdit={canEdit}
      onRemove={block.deleteNode}
    >
      <div contentEditable={false} className="px-4 py-3">
        <ol ref={list} className="flex flex-col">
          {ids.map((id, index) => {
            const target = cards[index]
            const name = target ? headlineOf(target) : 'article'
            return (
              <li
                key={id}
                onKeyDown={(event) => onKeyDown(event, index)}
                className={classes(
                  'flex flex-wrap items-start gap-x-2 border-line border-b py-2 last:border-b-0',
                  dragged === id && 'bg-accent-wash',
                )}
              >
                {canEdit ? (
                  <span
                    aria-hidden="true"
                    className="-ml-1.5 cursor-grab touch-none py-1 text-ink-faint active:cursor-grabbing"
                    onPointerDown={(event) => {
                      event.preventDefault()
                      event.currentTarget.setPointerCapture(event.pointerId)
                      setDragged(id)
                    }}
                    onPointerMove={(event) => dragged === id && onDrag(event, id)}
                    onPointerUp={() => setDragged(null)}
                    onPointerCancel={() => setDragged(null)}
                  >
                    <GripVertical className="size-4" />
                  </span>
                ) : null}
                <span className="min-w-0 flex-1 basis-48 py-0.5">
                  {target === undefined ? <span className="animate-breathe text-ink-faint">Looking up…</span> : null}
                  {target === null ? (
                    <span className="text-danger-ink">This article does not exist any more.</span>
                  ) : null}
                  {target ? (
                    <>
                      <span className="block text-pretty font-serif text-base leading-snug">{headlineOf(target)}</span>
                      <TargetLine target={target} />
                    </>
                  ) : null}
                </span>
                {canEdit ? (
                  <span className="ml-auto flex shrink-0">
                    <IconButton
                      label={`Move up: ${name}`}
                      size="small"
                      disabled={index === 0}
                      icon={<ArrowUp aria-hidden="true" className="size-3.5" />}
                      onClick={() => move(index, index - 1)}
                    />
                    <IconButton
                      label={`Move down: ${name}`}
                      size="small"
                      disabled={index === ids.length - 1}
                      icon={<ArrowDown aria-hidden="true" className="size-3.5" />}
                      onClick={() => move(index, index + 1)}
                    />
                    <IconButton
                      label={`Remove: ${name}`}
                      size="small"
                      icon={<X aria-hidden="true" className="size-3.5" />}
                      onClick={() =>
                        setAttribute(
                          block,
                          'articleIds',
                          ids.filter((other) => other !== id),
                        )
                      }
                    />
                  </span>
                ) : null}
              </li>
            )
          })}
        </ol>
        <div className="flex flex-wrap items-center gap-3 pt-1">
          {canEdit && ids.length < RELATED_MOST ? (
            <Button
              size="small"
              icon={<Plus aria-hidden="true" className="size-4" />}
              onClick={() => ask({ kind: 'related', position: block.getPos() })}
            >
              Add article
            </Button>
          ) : null}
          <span className="text-ink-faint text-xs">
            {ids.length < RELATED_FEWEST
              ? `A list needs ${RELATED_FEWEST} to ${RELATED_MOST} articles.`
              : `${ids.length} of ${RELATED_MOST}`}
          </span>
          <span role="status" className="sr-only">
            {said}
          </span>
        </div>
      </div>
    </BlockFrame>
  )
}
