import { classes } from '@/components/ui/classes'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { readableText } from '@/lib/comments/mention-text'
import { NOTICE_WORDS } from '@/lib/notifications/kinds'
import { noticePath } from '@/lib/notifications/notice-path'
import type { Notice } from '@/lib/notifications/readers'
import { type PaperTime, printLongDate } from '@/lib/settings/paper-time'
import { RelativeTime } from '../relative-time'
import { NoticeIcon } from './notice-icon'
import { NoticeLink } from './notice-link.client'

/** Notices under the day on which they came. */
export function NoticeList({ notices, now, time }: { notices: readonly Notice[]; now: Date; time: PaperTime }) {
  return (
    <div className="space-y-8">
      {byDay(notices, now, time).map(({ day, notices }) => (
        <section key={day} aria-label={day}>
          <h2 className="mb-2 font-medium text-ink-faint text-sm">{day}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line">
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} now={now} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function NoticeRow({ notice, now }: { notice: Notice; now: Date }) {
  const headline = notice.headline.trim() === '' ? 'an article without a headline' : notice.headline
  return (
    <li className="relative flex gap-3 px-4 py-3.5 transition-colors duration-100 first:rounded-t-lg last:rounded-b-lg hover:bg-side">
      <NoticeIcon kind={notice.kind} />
      <div className="min-w-0 flex-1">
        <p className={classes('text-pretty text-sm', notice.isRead ? 'text-ink-soft' : 'font-medium')}>
          <NoticeLink
            noticeId={notice.id}
            isRead={notice.isRead}
            href={noticePath(notice)}
            className="after:absolute after:inset-0"
          >
            {sentenceOf(notice)} <span className="break-words">{headline}</span>
          </NoticeLink>
        </p>
        {notice.text === null ? null : (
          <p className="mt-0.5 line-clamp-2 break-words text-ink-soft text-sm">{readableText(notice.text)}</p>
        )}
        <RelativeTime at={notice.createdAt} now={now} className="mt-0.5 block text-ink-faint text-xs" />
      </div>
      {notice.isRead ? null : (
        <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
          <VisuallyHidden>Unread</VisuallyHidden>
        </span>
      )}
    </li>
  )
}

function sentenceOf({ kind, by }: Notice): string {
  return by === null ? NOTICE_WORDS[kind].alone : `${by} ${NOTICE_WORDS[kind].by}`
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

function byDay(notices: readonly Notice[], now: Date, time: PaperTime): { day: string; notices: Notice[] }[] {
  const today = printLongDate(now, time)
  const yesterday = printLongDate(new Date(now.getTime() - DAY_MILLISECONDS), time)
  const days: { day: string; notices: Notice[] }[] = []
  for (const notice of notices) {
    const date = printLongDate(notice.createdAt, time)
    const day = date === today ? 'Today' : date === yesterday ? 'Yesterday' : date
    const last = days.at(-1)
    if (last?.day === day) last.notices.push(notice)
    else days.push({ day, notices: [notice] })
  }
  return days
}
