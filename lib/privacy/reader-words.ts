import { REPORT_WORDS, type ReportState } from '../reader-reports/report-states'
import type { ReaderData } from './find-reader'

/** One kind of what the paper has, as people read it. */
export type ReaderPart = { title: string; lines: string[] /** What erasing does to it. */; onErase: string }

/** What the paper has of a reader, kind by kind; kinds of which it has nothing are left out. Days are those of UTC. */
export function readerInWords(data: ReaderData): ReaderPart[] {
  return partsOf(data).filter(({ lines }) => lines.length > 0)
}

function partsOf(data: ReaderData): ReaderPart[] {
  return [
    {
      title: 'Newsletters',
      lines: data.newsletters.length > 0 ? data.newsletters.map(newsletterInWords) : lonely(data.signedUpAt),
      onErase: 'The address and all sign-ups are removed. Nothing is sent any more.',
    },
    {
      title: 'Alerts by mail',
      lines: data.alerts.map(({ text, startedAt, sentAt, isWaiting }) =>
        sentAt !== null
          ? `“${text}”, sent on ${day(sentAt)}.`
          : `“${text}” of ${day(startedAt)}, ${isWaiting ? 'waits to be sent' : 'not sent'}.`,
      ),
      onErase: 'They are removed. What waits is not sent.',
    },
    {
      title: 'Questions about paragraphs',
      lines: data.questions.map(
        ({ headline, createdAt, state, text }) =>
          `On ${day(createdAt)} about “${headline}” (${REPORT_WORDS[state as ReportState].toLowerCase()}): ${text}`,
      ),
      onErase:
        'What they say about the article stays, from somebody unknown. The address is removed and nobody can answer any more.',
    },
    {
      title: 'Mails to them',
      lines: data.mails.map(
        ({ subject, createdAt, state }) => `“${subject}”, ${MAIL_WORDS[state] ?? ''}${day(createdAt)}.`,
      ),
      onErase: 'They are removed. What waits is not sent.',
    },
    {
      title: 'As a guest on articles',
      lines: [
        ...data.outsiderLinks.map(({ label, createdAt }) => `A link called “${label}”, made on ${day(createdAt)}.`),
        ...data.outsiderComments.map(({ name, text, createdAt }) => `“${name}” on ${day(createdAt)}: ${text}`),
      ],
      onErase: 'Comments stay; the address in them, in names and in what links are called is removed.',
    },
    {
      title: 'Sign-offs',
      lines: data.signatures.map(
        ({ name, signedAt }) => `“${name}”${signedAt === null ? '' : ` on ${day(signedAt)}`}.`,
      ),
      onErase: 'They stay: who signed an article off is evidence if it comes to court.',
    },
    {
      title: 'Audit log',
      lines: data.record.map(({ action, at }) => `${action} on ${day(at)}.`),
      onErase: 'These lines stay: nobody can change the log, which is what makes it evidence.',
    },
  ]
}

const MAIL_WORDS: Record<string, string> = {
  QUEUED: 'waiting to be sent since ',
  SENT: 'sent on ',
  FAILED: 'not sent, written on ',
  KEPT: 'kept here since ',
}

function newsletterInWords({
  name,
  state,
  requestedAt,
  confirmedAt,
  unsubscribedAt,
}: ReaderData['newsletters'][number]) {
  const steps = [
    `asked for on ${day(requestedAt)}`,
    ...(confirmedAt === null ? [] : [`confirmed on ${day(confirmedAt)}`]),
    ...(unsubscribedAt === null ? [] : [`ended on ${day(unsubscribedAt)}`]),
    ...(state === 'PENDING' ? ['not confirmed'] : []),
  ]
  return `${name}: ${steps.join(', ')}.`
}

/** A row with an address and nothing on it. */
function lonely(signedUpAt: string | null): string[] {
  return signedUpAt === null ? [] : [`The address, since ${day(signedUpAt)}, without a newsletter.`]
}

/** "5 Nov 2026" */
function day(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(instant))
}
