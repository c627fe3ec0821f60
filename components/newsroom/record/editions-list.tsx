import { Badge } from '@/components/ui/badge'
import { Link } from '@/components/ui/link'
import type { ListedEdition } from '@/lib/record/list-editions'
import { type PaperTime, printDateTime } from '@/lib/settings/paper-time'

/** Every edition of an article, with what the newsroom knew when it went out. */
export function EditionsList({
  articleId,
  editions,
  time,
}: {
  articleId: string
  editions: readonly ListedEdition[]
  time: PaperTime
}) {
  return (
    <ol reversed className="space-y-4">
      {editions.map((edition) => (
        <li key={edition.number} className="rounded-lg border border-line p-4 md:p-5">
          <EditionEntry articleId={articleId} edition={edition} time={time} />
        </li>
      ))}
    </ol>
  )
}

function EditionEntry({ articleId, edition, time }: { articleId: string; edition: ListedEdition; time: PaperTime }) {
  const { number, headline, version, publishedAt, publishedBy, endedAt, overrideReason } = edition
  return (
    <>
      <p className="mb-1.5 flex flex-wrap items-center gap-2 text-ink-faint text-xs">
        <span className="font-medium">Edition {number}</span>
        {endedAt === null ? (
          <Badge tone="good" dot>
            Readers have it
          </Badge>
        ) : null}
      </p>
      <h2 className="text-balance break-words font-semibold text-lg">
        <Link href={`/desk/articles/${articleId}/editions/${number}`} className="hover:underline">
          {headline || 'Without a headline'}
        </Link>
      </h2>
      <p className="mt-1 text-pretty text-ink-soft text-sm">
        Published <time dateTime={publishedAt.toISOString()}>{printDateTime(publishedAt, time)}</time> by {publishedBy},
        from version {version}.
        {endedAt === null ? null : (
          <>
            {' '}
            Readers had it until <time dateTime={endedAt.toISOString()}>{printDateTime(endedAt, time)}</time>.
          </>
        )}
      </p>
      {overrideReason === null ? null : (
        <p className="mt-3 break-words rounded-md bg-warn-wash px-3 py-2 text-sm text-warn-ink">
          <span className="font-medium">Passed over with a reason:</span> {overrideReason}
        </p>
      )}
      <ChecklistThen edition={edition} time={time} />
    </>
  )
}

/** The checklist as it was answered when the edition went out. */
function ChecklistThen({ edition: { issues, questions }, time }: { edition: ListedEdition; time: PaperTime }) {
  if (issues.length + questions.length === 0) return null
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer text-ink-soft hover:text-ink touch:py-2.5">
        The checklist: {counted(issues.length, 'finding')}, {counted(questions.length, 'question')}
      </summary>
      <ul className="mt-2 list-disc space-y-1 pl-5 text-ink-soft">
        {issues.map(({ message, severity }) => (
          <li key={message} className="text-pretty break-words">
            {message} {severity === 'override' ? <span className="text-warn-ink">It asked for a reason.</span> : null}
          </li>
        ))}
        {questions.map(({ question, answer }) => (
          <li key={question} className="text-pretty break-words">
            {question}{' '}
            {answer === null ? (
              <span className="text-warn-ink">Nobody ticked it.</span>
            ) : (
              <span className="text-ink-faint">
                Ticked by {answer.by}, {printDateTime(answer.at, time)}.
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
