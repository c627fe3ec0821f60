'use client'

import { useState } from 'react'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Skeleton } from '@/components/ui/skeleton'
import { notify } from '@/components/ui/toaster.client'
import { type Legal, readLegal, requireLegal } from '../api/legal'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import { useReadAgain } from '../workflow/use-read-again.client'
import { Changes } from './changes'
import { LegalAnswers } from './legal-answers'
import { type LegalAsk, LegalDialog } from './legal-dialog.client'

/** What a lawyer has to say about the article. */
export function LegalBox({
  zone,
  saveAll,
  onChanged,
}: {
  /** The newsroom's, as the IANA writes it. */
  zone: string
  saveAll: () => Promise<{ version: number }>
  onChanged: () => Promise<void>
}) {
  const { articleId } = useSurface()
  const { state, again } = useReadAgain(readLegal)
  const [asked, setAsked] = useState<{ ask: LegalAsk; hash: string } | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const changed = async () => {
    await onChanged()
    await again()
  }

  async function require() {
    setIsBusy(true)
    try {
      await requireLegal(articleId)
      await changed()
    } catch (error) {
      notify.problem(messageOf(error))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <section aria-label="Legal">
      <h3 className="mb-2 font-semibold text-sm">Legal</h3>
      {state.kind === 'reading' ? <Skeleton className="h-10" /> : null}
      {state.kind === 'failed' ? (
        <Callout tone="danger" title="This could not be read" actions={<Button onClick={again}>Try again</Button>}>
          {state.message}
        </Callout>
      ) : null}
      {state.kind !== 'read' ? null : (
        <>
          <Standing legal={state.value} />
          {state.value.changes === null ? null : <Changes articleId={articleId} changes={state.value.changes} />}
          <div className="mt-3 flex flex-wrap gap-2">
            {buttonsOf(state.value).map(({ ask, words, isMain }) => (
              <Button
                key={ask}
                size="small"
                variant={isMain ? 'secondary' : 'quiet'}
                onClick={() => setAsked({ ask, hash: state.value.hash })}
              >
                {words}
              </Button>
            ))}
            {state.value.can.require ? (
              <Button size="small" variant="quiet" busy={isBusy} onClick={require}>
                It needs a lawyer
              </Button>
            ) : null}
          </div>
          <LegalAnswers answers={state.value.answers} zone={zone} />
        </>
      )}
      {asked === null ? null : (
        <LegalDialog
          ask={asked.ask}
          hash={asked.hash}
          saveAll={saveAll}
          onDone={changed}
          onFailed={again}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

function Standing({ legal }: { legal: Legal }) {
  const { isRequired, isWaiting, verdict } = legal
  if (!isRequired)
    return <p className="text-ink-soft text-sm">Nobody said that a lawyer has to look at it before it goes out.</p>
  const standing = verdict === 'SIGNED' ? 'SIGNED' : isWaiting ? 'WAITING' : (verdict ?? 'UNSIGNED')
  const { tone, words, sentence } = STANDINGS[standing]
  return (
    <>
      <Badge tone={tone} dot>
        {words}
      </Badge>
      <p className="mt-2 text-ink-soft text-sm">{sentence}</p>
    </>
  )
}

const STANDINGS = {
  SIGNED: { tone: 'good', words: 'Signed', sentence: 'It may go out as it is now.' },
  WAITING: { tone: 'warn', words: 'Waits for legal', sentence: 'It goes out when a lawyer has signed it.' },
  CONDITIONS: {
    tone: 'warn',
    words: 'Conditions',
    sentence: 'Meet the conditions, and ask again: it goes out when a lawyer has signed it.',
  },
  REFUSED: { tone: 'danger', words: 'Refused', sentence: 'A lawyer would not sign it as it is now.' },
  UNSIGNED: {
    tone: 'warn',
    words: 'Needs a signature',
    sentence: 'It does not go out before a lawyer has signed it as it is now.',
  },
} as const satisfies Record<string, { tone: Tone; words: string; sentence: string }>

function buttonsOf({ can, answers, verdict }: Legal): { ask: LegalAsk; words: string; isMain: boolean }[] {
  const isSigned = verdict === 'SIGNED'
  return [
    ...(can.sign && !isSigned ? [{ ask: 'SIGNED', words: 'Sign…', isMain: true } as const] : []),
    ...(can.sign
      ? [
          { ask: 'CONDITIONS', words: 'Sign with conditions…', isMain: false } as const,
          { ask: 'REFUSED', words: 'Refuse…', isMain: false } as const,
        ]
      : []),
    ...(can.ask && !isSigned
      ? [{ ask: 'ask', words: answers.length > 0 ? 'Ask legal again…' : 'Send to legal…', isMain: true } as const]
      : []),
    ...(can.waive ? [{ ask: 'waive', words: 'No lawyer needed…', isMain: false } as const] : []),
  ]
}
