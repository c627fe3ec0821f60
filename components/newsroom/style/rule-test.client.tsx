'use client'

import { useEffect, useState } from 'react'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import type { TriedRule } from '@/lib/house-style/try-rule'
import type { RuleDraft } from './style-actions'

/** Shows what a rule would find in a sentence, and how the sentence would read then. */
export function RuleTest({ rule }: { rule: RuleDraft }) {
  const [sentence, setSentence] = useState('')
  const tried = useTried(rule, sentence)

  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-side p-3">
      <Field label="Try it on a sentence">
        <Textarea
          rows={2}
          maxLength={2000}
          value={sentence}
          className="min-h-0"
          onChange={(event) => setSentence(event.target.value)}
        />
      </Field>
      <div role="status" aria-label="What the rule does" className="min-h-5 text-sm">
        {tried === null ? null : <Result tried={tried} />}
      </div>
    </div>
  )
}

function Result({ tried }: { tried: TriedRule }) {
  if (tried.problem !== null) return <p className="text-danger-ink">{tried.problem}</p>
  if (tried.count === 0) return <p className="text-ink-faint">It finds nothing here.</p>
  return (
    <div className="flex flex-col gap-1.5">
      <p className="break-words font-serif">
        {tried.pieces.map(({ text, isFound, at }) =>
          isFound ? (
            <mark key={at} className="rounded-sm bg-accent-wash text-accent-ink">
              {text}
            </mark>
          ) : (
            <span key={at}>{text}</span>
          ),
        )}
      </p>
      {tried.result === null ? (
        <p className="text-ink-faint">It warns, and changes nothing.</p>
      ) : (
        <p className="break-words font-serif text-ink">
          <span className="mr-1.5 font-sans text-ink-faint text-xs">becomes</span>
          {tried.result}
        </p>
      )}
    </div>
  )
}

/** The engine is large: it comes when somebody first tries something. */
function useTried(rule: RuleDraft, sentence: string): TriedRule | null {
  const [tried, setTried] = useState<TriedRule | null>(null)
  const written = JSON.stringify(rule)
  useEffect(() => {
    if (sentence.trim() === '' || rule.find === '') {
      setTried(null)
      return
    }
    let isHere = true
    void import('@/lib/house-style/try-rule').then(({ tryRule }) => {
      if (isHere) setTried(tryRule(JSON.parse(written), sentence))
    })
    return () => {
      isHere = false
    }
  }, [written, rule.find, sentence])
  return tried
}
