import { now } from '@/lib/clock'
import { VERDICT_WORDS } from '@/lib/legal/verdict-words'
import type { LegalAnswer } from '../api/legal'
import { sayTime } from '../workflow/say-time'

/** What was asked and answered, the newest first. */
export function LegalAnswers({ answers, zone }: { answers: readonly LegalAnswer[]; zone: string }) {
  if (answers.length === 0) return null
  return (
    <ol aria-label="Questions and answers" className="mt-4 space-y-3 border-line border-l-2 pl-3 text-sm">
      {answers.map((answer) => (
        <li key={answer.id}>
          <p className="font-medium">
            {answer.verdict === 'ASKED'
              ? `Asked by ${answer.askedBy}`
              : `${VERDICT_WORDS[answer.verdict]}: ${answer.signedBy}`}
          </p>
          <p className="text-ink-faint">
            {sayTime(answer.signedAt ?? answer.askedAt, zone, now())}, version {answer.version}
            {answer.outsider === null ? '' : `, by the link for ${answer.outsider}`}
            {answer.isPresent ? '' : '. Changed since.'}
          </p>
          {answer.question === '' ? null : (
            <p className="mt-1 whitespace-pre-wrap text-ink-soft">Question: {answer.question}</p>
          )}
          {answer.words === '' ? null : <p className="mt-1 whitespace-pre-wrap">{answer.words}</p>}
        </li>
      ))}
    </ol>
  )
}
