'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import type { ListedRule } from '@/lib/house-style/readers'
import { RULE_LIMITS } from '@/lib/house-style/rule'
import type { Problem } from '@/lib/http/answers'
import { RuleTest } from './rule-test.client'
import type { RuleActions, RuleDraft } from './style-actions'

const NEW: RuleDraft = {
  find: '',
  isPattern: false,
  isWholeWord: true,
  isCaseSensitive: false,
  replacement: '',
  reason: '',
}

const noReplacement: Problem = problemWith('replacement', 'Write what to print, or choose another thing to do.')

function problemWith(field: string, message: string): Problem {
  return { code: 'INVALID', status: 400, message, issues: [{ field, code: 'missing', message, severity: 'blocking' }] }
}

type Remedy = 'replace' | 'take out' | 'warn'

/** Writes a rule, or writes one anew, and tries it on a sentence while it is written. */
export function RuleDialog({
  rule,
  actions,
  onClose,
}: {
  rule: ListedRule | null
  actions: RuleActions
  onClose: () => void
}) {
  const router = useRouter()
  const formId = useId()
  const [draft, setDraft] = useState<RuleDraft>(() => (rule === null ? NEW : draftOf(rule)))
  const [remedy, setRemedy] = useState<Remedy>(rule === null ? 'replace' : remedyOf(rule))
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(
    problem,
    ['find', 'replacement', 'reason'].flatMap((name) => [name, `rule.${name}`]),
  )
  const written = { ...draft, replacement: replacementOf(draft, remedy) }
  const change = (part: Partial<RuleDraft>) => setDraft({ ...draft, ...part })

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (remedy === 'replace' && draft.replacement === '') {
      setProblem(noReplacement)
      return
    }
    setIsBusy(true)
    const result = await (rule === null
      ? actions.create(written)
      : actions.update({ id: rule.id, seenAt: rule.updatedAt, rule: written }))
    setIsBusy(false)
    if (!result.ok) {
      setProblem(result.problem)
      return
    }
    onClose()
    router.refresh()
    notify.done(rule === null ? 'The rule is in force.' : 'The rule is changed.')
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isSticky
      title={rule === null ? 'Add a rule' : 'Edit the rule'}
      description="It is marked in every open article at once, except in quotations."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            {rule === null ? 'Add rule' : 'Save rule'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field
          label={draft.isPattern ? 'Pattern' : 'Instead of'}
          error={of.find ?? of['rule.find']}
          hint={
            draft.isPattern
              ? 'A regular expression as RE2 reads it. Brackets make groups: $1 in the replacement is the first.'
              : undefined
          }
          isRequired
        >
          <Input
            value={draft.find}
            maxLength={draft.isPattern ? RULE_LIMITS.pattern : RULE_LIMITS.phrase}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            className={draft.isPattern ? 'font-mono' : undefined}
            onChange={(event) => change({ find: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-[11rem_1fr]">
          <Field label="What to do">
            <Select value={remedy} onChange={(event) => setRemedy(event.target.value as Remedy)}>
              <option value="replace">Write instead</option>
              <option value="take out">Take it out</option>
              <option value="warn">Only warn</option>
            </Select>
          </Field>
          {remedy === 'replace' ? (
            <Field label="Write" error={of.replacement ?? of['rule.replacement']}>
              <Input
                value={draft.replacement ?? ''}
                maxLength={RULE_LIMITS.replacement}
                autoComplete="off"
                autoCapitalize="none"
                onChange={(event) => change({ replacement: event.target.value })}
              />
            </Field>
          ) : null}
        </div>
        <Field
          label="Why"
          hint="Writers read this beside their words."
          error={of.reason ?? of['rule.reason']}
          isRequired
        >
          <Textarea
            rows={2}
            maxLength={RULE_LIMITS.reason}
            value={draft.reason}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </Field>
        <div className="grid sm:grid-cols-3">
          <Checkbox
            label="Whole words"
            checked={draft.isWholeWord}
            onChange={(event) => change({ isWholeWord: event.target.checked })}
          />
          <Checkbox
            label="Capitals matter"
            checked={draft.isCaseSensitive}
            onChange={(event) => change({ isCaseSensitive: event.target.checked })}
          />
          <Checkbox
            label="It is a pattern"
            checked={draft.isPattern}
            onChange={(event) => change({ isPattern: event.target.checked })}
          />
        </div>
        <RuleTest rule={written} />
      </form>
    </Dialog>
  )
}

function draftOf({ find, isPattern, isWholeWord, isCaseSensitive, replacement, reason }: ListedRule): RuleDraft {
  return { find, isPattern, isWholeWord, isCaseSensitive, replacement, reason }
}

function remedyOf({ replacement }: RuleDraft): Remedy {
  if (replacement === null) return 'warn'
  return replacement === '' ? 'take out' : 'replace'
}

function replacementOf({ replacement }: RuleDraft, remedy: Remedy): string | null {
  if (remedy === 'warn') return null
  return remedy === 'take out' ? '' : (replacement ?? '')
}
