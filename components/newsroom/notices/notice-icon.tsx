import {
  AlarmClock,
  AlarmClockOff,
  AtSign,
  BadgeCheck,
  Ban,
  CircleCheck,
  EyeOff,
  Hand,
  Hourglass,
  Inbox,
  LockOpen,
  type LucideIcon,
  MailQuestion,
  Megaphone,
  MessageCircleOff,
  MessageSquareReply,
  PencilLine,
  Radio,
  Scale,
  Trash2,
  Undo2,
} from 'lucide-react'
import { classes } from '@/components/ui/classes'
import type { NoticeKind } from '@/lib/notifications/kinds'

type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'danger' | 'note'

const LOOKS: Record<NoticeKind, { icon: LucideIcon; tone: Tone }> = {
  MENTION: { icon: AtSign, tone: 'accent' },
  REPLY: { icon: MessageSquareReply, tone: 'neutral' },
  TAKEN_OVER: { icon: Hand, tone: 'neutral' },
  ASSIGNED: { icon: PencilLine, tone: 'accent' },
  FILED: { icon: Inbox, tone: 'neutral' },
  SENT_BACK: { icon: Undo2, tone: 'warn' },
  APPROVED: { icon: CircleCheck, tone: 'good' },
  PUBLISHED: { icon: Radio, tone: 'good' },
  UNPUBLISHED: { icon: EyeOff, tone: 'warn' },
  KILLED: { icon: Ban, tone: 'danger' },
  SPIKED: { icon: Trash2, tone: 'neutral' },
  CORRECTED: { icon: BadgeCheck, tone: 'note' },
  OVERDUE: { icon: AlarmClock, tone: 'warn' },
  SCHEDULE_FAILED: { icon: AlarmClockOff, tone: 'danger' },
  EMBARGO_LIFTED: { icon: LockOpen, tone: 'warn' },
  LEGAL_ASKED: { icon: Scale, tone: 'note' },
  LEGAL_SIGNED: { icon: Scale, tone: 'good' },
  OUTSIDER: { icon: MailQuestion, tone: 'note' },
  READERS_TO_TELL: { icon: Megaphone, tone: 'danger' },
  REPLY_DUE: { icon: Hourglass, tone: 'note' },
  REPLY_PASSED: { icon: MessageCircleOff, tone: 'warn' },
}

const TONES: Record<Tone, string> = {
  neutral: 'bg-pressed/70 text-ink-soft',
  accent: 'bg-accent-wash text-accent-ink',
  good: 'bg-good-wash text-good-ink',
  warn: 'bg-warn-wash text-warn-ink',
  danger: 'bg-danger-wash text-danger-ink',
  note: 'bg-note-wash text-note-ink',
}

/** What kind of thing happened, at a glance; the sentence beside it says it. */
export function NoticeIcon({ kind }: { kind: NoticeKind }) {
  const { icon: Icon, tone } = LOOKS[kind]
  return (
    <span
      aria-hidden="true"
      className={classes('flex size-8 shrink-0 items-center justify-center rounded-full', TONES[tone])}
    >
      <Icon className="size-4" />
    </span>
  )
}
