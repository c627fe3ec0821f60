'use client'

import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { now } from '@/lib/clock'
import { type AskedQuestion, readIssues, type SavedIssues, tickQuestion, untickQuestion } from '../api/article'
import { messageOf } from '../api/request'
import { sayTime } from '../workflow/say-time'

/** The paper's own questions about this kind of story. A tick is saved at once, with who and when. */
export function Questions({
  articleId,
  version,
  questions,
  zone,
  isDisabled,
  onAnswered,
}: {
  articleId: string
  /** The version that the person looks at. */
  version: number
  questions: readonly AskedQuestion[]
  /** The newsroom's zone, as the IANA writes it. */
  zone: string
  isDisabled: boolean
  /** Gets the checklist as it is after the answer. */
  onAnswered: (saved: SavedIssues) => void
}) {
  const [busyId, setBusyId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (questions.length === 0) return null

  async function answer({ ruleId, tick }: AskedQuestion) {
    if (busyId !== null || isDisabled) return
    setBusyId(ruleId)
    setProblem(null)
    try {
      await (tick === null ? tickQuestion(articleId, ruleId, version) : untickQuestion(articleId, ruleId))
    } catch (error) {
      setProblem(messageOf(error))
    }
    // Answered or refused: somebody else may have been here too.
    await readIssues(articleId).then(onAnswered, (error) => setProblem(messageOf(error)))
    setBusyId(null)
  }

  return (
    <fieldset className="mt-4">
      <legend className="mb-1 font-medium text-sm">Questions for this kind of story</legend>
      {problem === null ? null : (
        <Callout tone="danger" title="The answer was not saved" className="mb-2">
          {problem}
        </Callout>
      )}
      <ul className="flex flex-col">
        {questions.map((asked) => (
          <li key={asked.ruleId}>
            <Checkbox
              label={asked.question}
              hint={saysAnswer(asked, version, zone)}
              // What was pressed shows at once; the server's answer follows.
              checked={(asked.tick !== null) !== (busyId === asked.ruleId)}
              aria-disabled={busyId !== null || isDisabled || undefined}
              onChange={() => void answer(asked)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function saysAnswer({ tick, level }: AskedQuestion, version: number, zone: string): string {
  if (tick === null) return level === 'BLOCK' ? 'Holds it back until somebody ticks it.' : 'Nobody has ticked it.'
  const answered = `Ticked by ${tick.name}, ${sayTime(tick.at, zone, now())}`
  return tick.version < version ? `${answered}. The text was changed since.` : `${answered}.`
}
