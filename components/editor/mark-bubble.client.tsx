'use client'

import type { Editor } from '@tiptap/react'
import { ExternalLink, Info, Megaphone, Pencil, Unlink, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { StandingBadge } from '@/components/newsroom/claims/standing-badge'
import { IconButton } from '@/components/ui/icon-button.client'
import { type Attribution, attributionOf, dayInWords, missingOf, ORIGIN_WORDS } from '@/lib/document/attribution'
import { telling } from './claims/claim-dialog.client'
import { eventsAt, withoutEvent } from './claims/claimed-words'
import type { ClaimsHandle } from './claims/use-claims.client'
import { markAt } from './extensions/links'
import { checkAt } from './house-style/check-marks'
import { StyleRow, TkRow, ToDoRow } from './house-style/check-rows.client'
import type { Checker } from './house-style/checker'
import { useArticleCards } from './linking/article-cards.client'
import { OutsideLine } from './linking/outside-line.client'
import { headlineOf, TargetLine } from './linking/target-line'
import { gapInWords } from './quotes/quote-gaps'
import { useSurface } from './surface-context.client'
import { useFollowed } from './use-followed.client'

/**
 * What the words under the cursor are marked with: where the link leads, who is quoted. With buttons for the pointer; Mod-K
 * and Mod-Shift-S open the same forms.
 */
export function MarkBubble({ editor, checker, claims }: { editor: Editor; checker: Checker; claims: ClaimsHandle }) {
  const at = useFollowed(editor, ({ state, isEditable, isFocused }) => {
    if (!state.selection.empty || !isFocused) return null
    const link = markAt(state, 'link')
    const quote = markAt(state, 'quote')
    const toDo = markAt(state, 'toDo')
    const annotation = markAt(state, 'annotation')
    const check = checkAt(state)
    const claim = markAt(state, 'claim')
    if ([link, quote, claim, toDo, annotation, check].every((found) => found === null)) return null
    return {
      from: (link ?? quote ?? claim ?? toDo ?? annotation ?? check)?.from ?? 0,
      head: state.selection.head,
      articleId: (link?.mark.attrs.articleId as string | null) ?? null,
      href: (link?.mark.attrs.href as string | null) ?? null,
      quote: quote === null ? null : JSON.stringify(attributionOf(quote.mark.attrs)),
      explanation: annotation === null ? null : (annotation.mark.attrs.explanation as string),
      toDo: toDo === null ? null : (toDo.mark.attrs.note as string),
      eventIds: claim === null ? '' : eventsAt(state).join(),
      finding: check?.finding ?? null,
      isTk: check !== null && check.finding === null,
      isEditable,
    }
  })
  const bubble = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = bubble.current
    const room = element?.offsetParent
    if (!element || !room || at === null) return
    const end = editor.state.doc.content.size
    const caret = editor.view.coordsAtPos(Math.min(at.head, end))
    const start = editor.view.coordsAtPos(Math.min(at.from, end))
    const frame = room.getBoundingClientRect()
    const left = start.top === caret.top ? start.left : caret.left - 40
    element.style.top = `${caret.bottom + 8 - frame.top}px`
    element.style.left = `${Math.max(0, Math.min(left - frame.left, frame.width - element.offsetWidth - 8))}px`
  })

  if (at === null) return null
  return (
    <section
      ref={bubble}
      aria-label="Marked words"
      className="absolute z-20 flex max-w-[min(26rem,100%)] flex-col divide-y divide-line rounded-lg bg-raised font-sans text-ink text-sm shadow-float animate-appear"
      onMouseDown={(event) => event.preventDefault()}
    >
      {at.articleId !== null || at.href !== null ? <LinkRow editor={editor} {...at} /> : null}
      {at.quote !== null ? (
        <QuoteRow editor={editor} noted={JSON.parse(at.quote) as Attribution} isEditable={at.isEditable} />
      ) : null}
      {at.eventIds === ''
        ? null
        : at.eventIds
            .split(',')
            .map((id) => <ClaimRow key={id} editor={editor} claims={claims} eventId={id} isEditable={at.isEditable} />)}
      {at.explanation !== null ? (
        <ExplanationRow editor={editor} explanation={at.explanation} isEditable={at.isEditable} />
      ) : null}
      {at.finding !== null ? (
        <StyleRow editor={editor} checker={checker} finding={at.finding} isEditable={at.isEditable} />
      ) : null}
      {at.toDo !== null ? <ToDoRow editor={editor} note={at.toDo} isEditable={at.isEditable} /> : null}
      {at.isTk ? <TkRow /> : null}
    </section>
  )
}

function LinkRow({
  editor,
  articleId,
  href,
  isEditable,
}: {
  editor: Editor
  articleId: string | null
  href: string | null
  isEditable: boolean
}) {
  const { ask } = useSurface()
  const [target] = useArticleCards(articleId === null ? [] : [articleId])
  const address = href ?? (articleId === null ? null : `/desk/articles/${articleId}`)

  return (
    <div className="flex items-center gap-1 py-1 pr-1 pl-3">
      <span className="min-w-0 flex-1">
        {href !== null ? <OutsideLine href={href} /> : null}
        {target ? (
          <>
            <span className="block truncate font-medium">{headlineOf(target)}</span>
            <TargetLine target={target} />
          </>
        ) : null}
        {articleId !== null && target === undefined ? <span className="text-ink-faint">Looking up…</span> : null}
        {target === null ? <span className="text-danger-ink">This article does not exist any more.</span> : null}
      </span>
      {address !== null ? (
        <IconButton
          label="Open link"
          size="small"
          icon={<ExternalLink aria-hidden="true" className="size-4" />}
          onClick={() => window.open(address, '_blank', 'noopener')}
        />
      ) : null}
      {isEditable ? (
        <>
          <IconButton
            label="Edit link"
            size="small"
            icon={<Pencil aria-hidden="true" className="size-4" />}
            onClick={() => ask({ kind: 'link words' })}
          />
          <IconButton
            label="Remove link"
            size="small"
            icon={<Unlink aria-hidden="true" className="size-4" />}
            onClick={() => removeMark(editor, 'link')}
          />
        </>
      ) : null}
    </div>
  )
}

function QuoteRow({ editor, noted, isEditable }: { editor: Editor; noted: Attribution; isEditable: boolean }) {
  const { ask } = useSurface()
  const { speaker, origin, saidOn, form } = noted
  const missing = missingOf(noted).filter((what) => what !== 'speaker')
  const details = [
    ...(form === 'paraphrase' ? ['Paraphrase'] : []),
    ...(origin === '' ? [] : [ORIGIN_WORDS[origin]]),
    ...(saidOn === '' ? [] : [dayInWords(saidOn)]),
    ...(missing.length === 0 ? [] : [gapInWords(missing)]),
  ]
  return (
    <div className="flex items-center gap-1 py-1 pr-1 pl-3">
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          {speaker === '' ? <span className="text-warn-ink">Nobody named as speaker</span> : <>Said by {speaker}</>}
        </span>
        <span className="block text-ink-faint text-xs">{details.join(' · ')}</span>
      </span>
      {isEditable ? (
        <>
          <IconButton
            label="Edit speaker"
            size="small"
            icon={<Pencil aria-hidden="true" className="size-4" />}
            onClick={() => ask({ kind: 'quote speaker' })}
          />
          <IconButton
            label="Remove quote mark"
            size="small"
            icon={<X aria-hidden="true" className="size-4" />}
            onClick={() => removeMark(editor, 'quote')}
          />
        </>
      ) : null}
    </div>
  )
}

function ClaimRow({
  editor,
  claims,
  eventId,
  isEditable,
}: {
  editor: Editor
  claims: ClaimsHandle
  eventId: string
  isEditable: boolean
}) {
  const { ask } = useSurface()
  const { known, read } = claims
  const claim = known?.claims.find(({ events }) => events.some(({ id }) => id === eventId))
  const event = claim?.events.find(({ id }) => id === eventId)
  const isUnknown = known !== null && event === undefined
  // Marked by somebody else a moment ago, perhaps.
  useEffect(() => {
    if (isUnknown) void read()
  }, [isUnknown, read])

  return (
    <div className="flex items-center gap-2 py-1 pr-1 pl-3">
      <Megaphone aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 truncate">
        {event === undefined ? (
          <span className="text-ink-faint">
            {known === null ? 'Looking up…' : 'A claim that was taken off the register'}
          </span>
        ) : (
          telling(event)
        )}
      </span>
      {claim === undefined ? null : <StandingBadge standing={claim.standing} />}
      {isEditable && event !== undefined ? (
        <IconButton
          label="Change the claim"
          size="small"
          icon={<Pencil aria-hidden="true" className="size-4" />}
          onClick={() => ask({ kind: 'mark claim', eventId })}
        />
      ) : null}
      {isEditable && isUnknown ? (
        <IconButton
          label="Take the mark off"
          size="small"
          icon={<X aria-hidden="true" className="size-4" />}
          onClick={() => {
            const tr = withoutEvent(editor.state, eventId)
            if (tr !== null) editor.view.dispatch(tr)
          }}
        />
      ) : null}
    </div>
  )
}

function ExplanationRow({
  editor,
  explanation,
  isEditable,
}: {
  editor: Editor
  explanation: string
  isEditable: boolean
}) {
  const { ask } = useSurface()
  return (
    <div className="flex items-start gap-1 py-1 pr-1 pl-3">
      <Info aria-hidden="true" className="mt-1.5 size-4 shrink-0 text-ink-faint" />
      <span className="line-clamp-3 min-w-0 flex-1 pt-1 pl-1">
        {explanation.trim() === '' ? <span className="text-warn-ink">No explanation yet</span> : explanation}
      </span>
      {isEditable ? (
        <>
          <IconButton
            label="Edit explanation"
            size="small"
            icon={<Pencil aria-hidden="true" className="size-4" />}
            onClick={() => ask({ kind: 'explain words' })}
          />
          <IconButton
            label="Remove explanation"
            size="small"
            icon={<X aria-hidden="true" className="size-4" />}
            onClick={() => removeMark(editor, 'annotation')}
          />
        </>
      ) : null}
    </div>
  )
}

/** Takes the mark at the cursor off all the words that carry it. */
export function removeMark(editor: Editor, name: 'link' | 'quote' | 'toDo' | 'annotation'): void {
  const found = markAt(editor.state, name)
  if (found === null) return
  editor.view.dispatch(editor.state.tr.removeMark(found.from, found.to, found.mark))
  editor.view.focus()
}
