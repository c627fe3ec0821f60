'use client'

import type { Editor } from '@tiptap/core'
import { CircleHelp, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import { askedRange, readWrittenBy, type Written } from './written-by'

/** Below the selected words: who wrote them, when, and the way to that point of the history. Escape goes back to the text. */
export function WhoWrote({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { articleId } = useSurface()
  const [range] = useState(() => askedRange(editor.state))
  const [answer, setAnswer] = useState<Written[] | { problem: string } | null>(null)
  const [tries, setTries] = useState(0)
  const box = useRef<HTMLElement>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a press on "Try again" asks the same once more.
  useEffect(() => {
    if (range === null) return setAnswer([])
    const stop = new AbortController()
    setAnswer(null)
    readWrittenBy(articleId, editor.state, range, stop.signal)
      .then(setAnswer)
      .catch((error) => {
        if (!stop.signal.aborted) setAnswer({ problem: messageOf(error) })
      })
    return () => stop.abort()
  }, [articleId, editor, range, tries])

  useEffect(() => box.current?.focus({ preventScroll: true }), [])

  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose()
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [onClose])

  useLayoutEffect(() => {
    const element = box.current
    const room = element?.offsetParent
    if (!element || !room) return
    const { from, to } = range ?? editor.state.selection
    const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to)]
    const frame = room.getBoundingClientRect()
    element.style.top = `${end.bottom + 8 - frame.top}px`
    element.style.left = `${Math.max(8, Math.min(start.left - frame.left, frame.width - element.offsetWidth - 8))}px`
  }, [editor, range])

  function close() {
    onClose()
    editor.view.focus()
  }

  return (
    <section
      ref={box}
      role="dialog"
      aria-label="Who wrote this"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
      className="absolute z-20 flex max-h-80 w-[min(24rem,calc(100%-1rem))] animate-appear flex-col overflow-hidden rounded-lg bg-raised font-sans text-ink text-sm shadow-float outline-none"
    >
      <header className="flex items-center justify-between gap-2 border-line border-b py-1 pr-1 pl-3">
        <h2 className="font-semibold">Who wrote this</h2>
        <IconButton label="Close" size="small" icon={<X aria-hidden="true" className="size-4" />} onClick={close} />
      </header>
      <div aria-live="polite" className="min-h-0 overflow-y-auto overscroll-contain">
        <Answer articleId={articleId} answer={answer} onTryAgain={() => setTries(tries + 1)} />
      </div>
    </section>
  )
}

function Answer({
  articleId,
  answer,
  onTryAgain,
}: {
  articleId: string
  answer: Written[] | { problem: string } | null
  onTryAgain: () => void
}) {
  if (answer === null) return <p className="animate-breathe px-3 py-3 text-ink-faint">Looking back…</p>
  if ('problem' in answer)
    return (
      <div className="flex flex-col items-start gap-2 px-3 py-3">
        <p className="text-danger-ink">{answer.problem}</p>
        <Button size="small" onClick={onTryAgain}>
          Try again
        </Button>
      </div>
    )
  if (answer.length === 0)
    return <p className="px-3 py-3 text-ink-soft">There are no words here. Select some, and ask again.</p>
  return (
    <ul className="divide-y divide-line">
      {answer.map((written) => (
        <WrittenItem key={written.from} articleId={articleId} written={written} />
      ))}
    </ul>
  )
}

function WrittenItem({
  articleId,
  written: { words, by, since, until, version },
}: {
  articleId: string
  written: Written
}) {
  const name = by.kind === 'person' ? by.name : by.kind === 'you' ? 'You' : 'Nobody knows'
  const history = `/desk/articles/${articleId}/history${version === null ? '' : `?view=play&at=${version}`}`
  return (
    <li className="flex gap-2.5 px-3 py-2.5">
      {by.kind === 'unknown' ? (
        <CircleHelp aria-hidden="true" className="size-6 shrink-0 text-ink-faint" />
      ) : (
        <Avatar name={name} size="small" />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{name}</span>
          <span className="text-ink-faint text-xs tabular">
            {by.kind === 'you'
              ? 'not saved yet'
              : by.kind === 'unknown'
                ? 'written too long ago'
                : timesOf(since, until)}
          </span>
        </p>
        <p className="line-clamp-2 break-words font-serif text-ink-soft">{words.trim()}</p>
        {by.kind === 'person' && by.restoredBy !== null ? (
          <p className="text-ink-faint text-xs">Restored by {by.restoredBy}</p>
        ) : null}
        {by.kind === 'person' ? (
          <Link href={history} className="font-medium text-accent-ink text-xs underline-offset-2 hover:underline">
            See it in the history
          </Link>
        ) : null}
      </div>
    </li>
  )
}

const MINUTE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** "22 Nov, 14:02", or "22 Nov, 14:02 to 14:09". */
function timesOf(since: string | null, until: string | null): string {
  if (since === null || until === null) return ''
  const [first, last] = [new Date(since), new Date(until)]
  if (since === until) return MINUTE.format(first)
  return `${MINUTE.format(first)} to ${(first.toDateString() === last.toDateString() ? CLOCK : MINUTE).format(last)}`
}
