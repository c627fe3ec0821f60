import { Send } from 'lucide-react'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { Badge, type Tone } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListedAttempt, ListedDelivery } from '@/lib/webhooks/readers'
import { SendAgainButton } from './send-again-button.client'
import type { WebhookActions } from './token-actions'

type DeliveriesListProps = {
  deliveries: readonly ListedDelivery[]
  isOn: boolean
  now: Date
  sendAgain: WebhookActions['sendAgain']
}

/** What was sent to a webhook, each with what came back each time. */
export function DeliveriesList({ deliveries, isOn, now, sendAgain }: DeliveriesListProps) {
  if (deliveries.length === 0)
    return (
      <EmptyState icon={<Send aria-hidden="true" />} title="Nothing sent yet" className="rounded-lg border border-line">
        Send a test, or publish something.
      </EmptyState>
    )
  return (
    <ol aria-label="Deliveries" className="divide-y divide-line rounded-lg border border-line">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="px-4 py-3.5 text-sm">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <DeliveryState state={delivery.state} />
            <span className="min-w-0 flex-1 basis-48">
              <code className="font-medium">{delivery.kind}</code>
              {delivery.headline === null ? null : (
                <span className="wrap-anywhere block text-ink-soft">{delivery.headline}</span>
              )}
            </span>
            <span className="flex items-center gap-3 max-sm:w-full max-sm:justify-between">
              <RelativeTime at={delivery.at} now={now} className="text-ink-faint" />
              {isOn && delivery.state !== 'DROPPED' ? (
                <SendAgainButton deliveryId={delivery.id} sendAgain={sendAgain} />
              ) : null}
            </span>
          </div>
          <NextTry delivery={delivery} />
          {delivery.attempts.length === 0 ? null : <Attempts attempts={delivery.attempts} now={now} />}
          <p className="wrap-anywhere mt-2 text-ink-faint text-xs">webhook-id {delivery.eventId}</p>
        </li>
      ))}
    </ol>
  )
}

const STATES: Record<ListedDelivery['state'], { words: string; tone: Tone }> = {
  WAITING: { words: 'Waiting', tone: 'note' },
  DELIVERED: { words: 'Delivered', tone: 'good' },
  FAILED: { words: 'Failed', tone: 'danger' },
  DROPPED: { words: 'Not sent', tone: 'neutral' },
}

function DeliveryState({ state }: Pick<ListedDelivery, 'state'>) {
  const { words, tone } = STATES[state]
  return (
    <Badge tone={tone} dot>
      {words}
    </Badge>
  )
}

function NextTry({ delivery: { state, nextTryAt, attempts } }: { delivery: ListedDelivery }) {
  const sentence = 'mt-1.5 text-ink-soft text-xs'
  if (state === 'DROPPED')
    return <p className={sentence}>What it would have told of was true no more when it was to go out.</p>
  if (state !== 'WAITING' || nextTryAt === null || attempts.length === 0) return null
  return (
    <p className={sentence}>
      Is tried again at <time dateTime={nextTryAt.toISOString()}>{clock.format(nextTryAt)} UTC</time>.
    </p>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })

function Attempts({ attempts, now }: { attempts: readonly ListedAttempt[]; now: Date }) {
  return (
    <details className="mt-1.5">
      <summary className="w-fit cursor-pointer text-ink-soft text-xs hover:text-ink touch:py-2">
        {attempts.length === 1 ? 'One attempt' : `${attempts.length} attempts`}, the last: {saidOf(attempts[0])}
      </summary>
      <ol aria-label="Attempts" className="mt-2 flex flex-col gap-2">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="rounded-md bg-sunken px-3 py-2 text-xs">
            <span className="font-medium">{attempt.status === null ? 'No answer' : `Status ${attempt.status}`}</span>
            <span className="text-ink-soft">
              {' '}
              after {attempt.milliseconds} ms, <RelativeTime at={attempt.at} now={now} />
            </span>
            {attempt.answer.trim() === '' ? null : (
              <pre className="wrap-anywhere mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap font-mono">
                {attempt.answer}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}

function saidOf(attempt: ListedAttempt | undefined): string {
  if (attempt === undefined || attempt.status === null) return 'no answer'
  return `status ${attempt.status}`
}
