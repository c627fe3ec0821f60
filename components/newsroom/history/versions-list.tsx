import { Flag } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import type { ArticleHistory } from '@/lib/history/get-history'
import type { RevisionEntry } from '@/lib/history/list-revisions'
import { clock, dayOf } from '@/lib/history/revision-words'
import type { PaperTime } from '@/lib/settings/paper-time'
import { type Choice, historyAddress } from './choice'

type ListProps = { articleId: string; history: ArticleHistory; choice: Choice; time: PaperTime }

/** Every version that was kept, day by day, the newest first. One is chosen; it is compared with the one before it. */
export function VersionsList({ articleId, history, choice, time }: ListProps) {
  const { from, to } = history.compared
  const isNewer = history.now.version > (history.moments.at(-1)?.version ?? -1)
  const filter = { ...choice, before: undefined, at: undefined }
  const view = choice.view === 'play' ? 'inline' : choice.view
  return (
    <>
      <div className="sticky top-0 z-10 flex items-center gap-1 bg-side px-3 pt-3 pb-2">
        <FilterLink isOn={choice.only === undefined} href={historyAddress(articleId, { ...filter, only: undefined })}>
          All
        </FilterLink>
        <FilterLink
          isOn={choice.only === 'milestones'}
          href={historyAddress(articleId, { ...filter, only: 'milestones' })}
        >
          Milestones only
        </FilterLink>
      </div>
      {choice.before === undefined ? (
        <ul className="px-2">
          <VersionItem
            href={historyAddress(articleId, { to: 'now', view, only: choice.only })}
            title="Now"
            person={history.now.person}
            time={clock(history.now.at, time)}
            isMilestone={isNewer}
            mark={to.kind === 'now' ? 'to' : from.kind === 'now' ? 'from' : null}
          />
        </ul>
      ) : null}
      {daysOf(history.revisions, time).map(({ day, entries }) => (
        <section key={day} aria-label={day}>
          <h2 className="px-4 pt-4 pb-1 font-medium text-ink-faint text-xs">{day}</h2>
          <ul className="px-2">
            {entries.map((entry) => (
              <VersionItem
                key={entry.id}
                href={historyAddress(articleId, { to: entry.id, view, only: choice.only, before: choice.before })}
                title={entry.title}
                person={entry.person}
                time={clock(entry.at, time)}
                words={entry.wordsChange}
                isMilestone={entry.isMilestone}
                mark={isSide(to, entry) ? 'to' : isSide(from, entry) ? 'from' : null}
              />
            ))}
          </ul>
        </section>
      ))}
      {history.revisions.length === 0 ? (
        <p className="px-4 pt-3 text-pretty text-ink-soft text-sm">
          No milestones yet. Filing, publishing and naming a version make one.
        </p>
      ) : null}
      {history.next !== null || choice.before !== undefined ? (
        <div className="flex gap-4 px-4 pt-4 text-sm">
          {choice.before !== undefined ? (
            <PageLink href={historyAddress(articleId, { ...choice, before: undefined })}>Newest versions</PageLink>
          ) : null}
          {history.next !== null ? (
            <PageLink href={historyAddress(articleId, { ...choice, before: history.next })}>Older versions</PageLink>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

function FilterLink({ isOn, href, children }: { isOn: boolean; href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      aria-current={isOn ? 'true' : undefined}
      className={classes(
        'inline-flex h-8 items-center rounded-full px-3 font-medium text-xs touch:h-10',
        isOn ? 'bg-pressed text-ink' : 'text-ink-soft hover:bg-pressed/60 hover:text-ink',
      )}
    >
      {children}
    </Link>
  )
}

function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="font-medium text-accent-ink underline-offset-2 hover:underline">
      {children}
    </Link>
  )
}

function VersionItem({
  href,
  title,
  person,
  time,
  words,
  isMilestone,
  mark,
}: {
  href: string
  title: string
  person: string
  time: string
  words?: number | null
  isMilestone: boolean
  mark: 'from' | 'to' | null
}) {
  return (
    <li>
      <Link
        href={href}
        aria-current={mark === 'to' ? 'true' : undefined}
        className={classes(
          'flex items-start gap-2.5 rounded-md px-2 py-2 transition-colors duration-100',
          mark === 'to' ? 'bg-accent-wash' : 'hover:bg-pressed/60',
        )}
      >
        <Avatar name={person} size="small" className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span
            className={classes(
              'flex items-start gap-1.5 text-pretty text-sm leading-5',
              isMilestone ? 'font-semibold text-ink' : 'text-ink-soft',
            )}
          >
            <span className="min-w-0">{title}</span>
            {isMilestone && title !== 'Now' ? (
              <Flag aria-hidden="true" className="mt-1 size-3 shrink-0 text-accent-ink" />
            ) : null}
          </span>
          <span
            className={classes(
              'mt-0.5 flex flex-wrap items-baseline gap-x-1.5 text-xs',
              mark === 'to' ? 'text-ink-soft' : 'text-ink-faint',
            )}
          >
            <span className="truncate">{person}</span>
            <span aria-hidden="true">·</span>
            <time className="tabular">{time}</time>
            {words ? (
              <>
                <span aria-hidden="true">·</span>
                <span className="tabular">{wordsText(words)}</span>
              </>
            ) : null}
          </span>
        </span>
        {mark === null ? null : (
          <span
            className={classes(
              'mt-0.5 rounded-sm px-1.5 font-medium text-2xs leading-4',
              mark === 'to' ? 'bg-accent text-on-accent' : 'bg-pressed text-ink-soft',
            )}
          >
            {mark === 'to' ? 'Shown' : 'Before'}
          </span>
        )}
      </Link>
    </li>
  )
}

/** "+41 words", "−1 word" */
function wordsText(words: number): string {
  const count = Math.abs(words)
  return `${words > 0 ? '+' : '−'}${count} ${count === 1 ? 'word' : 'words'}`
}

function isSide(side: ArticleHistory['compared']['to'], entry: RevisionEntry): boolean {
  return side.kind === 'revision' && side.id === entry.id
}

function daysOf(entries: readonly RevisionEntry[], time: PaperTime): { day: string; entries: RevisionEntry[] }[] {
  const days: { day: string; entries: RevisionEntry[] }[] = []
  for (const entry of entries) {
    const day = dayOf(entry.at, time)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
