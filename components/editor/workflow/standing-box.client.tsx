'use client'

import { useState } from 'react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { StateBadge } from '@/components/newsroom/state-badge'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { notify } from '@/components/ui/toaster.client'
import { now } from '@/lib/clock'
import { messageOf } from '../api/request'
import { type ArticleStanding, moveArticle, type PlainMove } from '../api/workflow'
import { useSurface } from '../surface-context.client'
import { MoveDialog } from './move-dialog.client'
import { sayTime } from './say-time'

/** These ask for a word first. */
const WITH_NOTE: ReadonlySet<PlainMove> = new Set(['sendBack', 'spike', 'pause'])

/** Where the article stands, who it is with, and where it may go next. */
export function StandingBox({
  standing,
  saveAll,
  onChanged,
  onKill,
}: {
  standing: ArticleStanding
  saveAll: () => Promise<{ version: number }>
  onChanged: () => Promise<void>
  onKill: () => void
}) {
  const { articleId } = useSurface()
  const [asked, setAsked] = useState<PlainMove | null>(null)
  const [busy, setBusy] = useState<PlainMove | null>(null)

  async function go(move: PlainMove, note: string) {
    const { version } = await saveAll()
    await moveArticle(articleId, move, note, version)
    await onChanged()
    notify.done(`${standing.moves.find((each) => each.move === move)?.name ?? 'Done'}: done.`)
  }

  async function press(move: PlainMove) {
    if (WITH_NOTE.has(move)) return setAsked(move)
    setBusy(move)
    try {
      await go(move, '')
    } catch (error) {
      notify.problem(messageOf(error))
    } finally {
      setBusy(null)
    }
  }

  const [first] = standing.moves
  const facts = factsOf(standing)
  return (
    <section aria-label="Where it stands">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <StateBadge state={standing.state} hasUnpublishedChanges={false} />
        <span className="text-ink-faint text-sm">
          <RelativeTime at={new Date(standing.since)} now={now()} />
          {standing.by === null ? '' : ` by ${standing.by}`}
        </span>
      </div>
      {facts.length === 0 ? null : (
        <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          {facts.map(({ name, value, isLate }) => (
            <div key={name} className="contents">
              <dt className="text-ink-faint">{name}</dt>
              <dd className={isLate ? 'font-medium text-danger-ink' : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {standing.approval !== null && !standing.approval.isCurrent && standing.rule !== 'NONE' ? (
        <Callout tone="warn" title="Changed since it was approved" className="mt-3">
          It has to be approved again before it goes out.
        </Callout>
      ) : null}
      {first === undefined && !standing.may.kill ? (
        <p className="mt-3 text-ink-soft text-sm">
          {standing.state === 'KILLED'
            ? 'A killed article does not come back.'
            : 'There is nothing here for you to do now.'}
        </p>
      ) : (
        <div className="mt-4 flex flex-wrap gap-2">
          {standing.moves.map(({ move, name }) => (
            <Button
              key={move}
              variant={move === first?.move ? 'secondary' : 'quiet'}
              busy={busy === move}
              onClick={() => press(move)}
            >
              {WITH_NOTE.has(move) && move !== first?.move ? `${name}…` : name}
            </Button>
          ))}
          {standing.may.kill ? (
            <Button variant={first === undefined ? 'secondary' : 'quiet'} onClick={onKill}>
              Kill…
            </Button>
          ) : null}
        </div>
      )}
      {asked === null ? null : (
        <MoveDialog
          move={asked}
          name={standing.moves.find(({ move }) => move === asked)?.name ?? ''}
          isNoteRequired={asked !== 'pause'}
          onGo={(note) => go(asked, note)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

function factsOf(standing: ArticleStanding): { name: string; value: string; isLate?: boolean }[] {
  const { desk, owner, dueAt, approval, zone } = standing
  const isOpen = standing.state === 'PITCHED' || standing.state === 'COMMISSIONED' || standing.state === 'DRAFT'
  return [
    ...(desk === null ? [] : [{ name: 'Desk', value: desk }]),
    ...(owner === null ? [] : [{ name: 'Written by', value: owner }]),
    ...(dueAt === null
      ? []
      : [{ name: 'Due', value: sayTime(dueAt, zone, now()), isLate: isOpen && new Date(dueAt) < now() }]),
    ...(approval === null
      ? []
      : [{ name: 'Approved', value: `by ${approval.by}, ${sayTime(approval.at, zone, now())}` }]),
  ]
}
