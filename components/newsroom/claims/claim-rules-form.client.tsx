'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import { DENIAL_WITHIN_MOST } from '@/lib/claims/claim-rules-limits'
import type { ActionResult } from '@/lib/http/action'

type Rules = { denialWithin: number; showsStamps: boolean }

/** By which paragraph a denial has to stand, and whether readers have stamps. */
export function ClaimRulesForm({
  rules,
  setRules,
}: {
  rules: Rules
  setRules: (input: Rules & { seen: Rules }) => Promise<ActionResult<void>>
}) {
  const router = useRouter()
  const [typed, setTyped] = useState(String(rules.denialWithin))
  const [showsStamps, setShowsStamps] = useState(rules.showsStamps)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    const paragraph = Number(typed)
    if (!Number.isInteger(paragraph) || paragraph < 1 || paragraph > DENIAL_WITHIN_MOST) {
      setProblem(`Say a whole number from 1 to ${DENIAL_WITHIN_MOST}.`)
      return
    }
    setIsBusy(true)
    const result = await setRules({ denialWithin: paragraph, showsStamps, seen: rules })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem.message)
    router.refresh()
    if (result.ok) notify.done('The rules hold from now on.')
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <Field
        label="A denial stands by paragraph"
        hint="Where a story tells a claim that was denied, the denial has to be marked in one of the first paragraphs of its text. A story that has it further down, or not at all, is held back."
        error={problem}
      >
        <Input
          inputMode="numeric"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
          className="max-w-24"
        />
      </Field>
      <Checkbox
        label="Tell readers what we know a claim from"
        hint="Beside each claim that a story shows: “single source”, “two independent sources”, “documents seen”, “not verified by us”, counted from the register of sources. Never who they are, and nothing of what only drafts tell."
        checked={showsStamps}
        disabled={isBusy}
        onChange={(event) => setShowsStamps(event.target.checked)}
      />
      <Button
        type="submit"
        variant="primary"
        busy={isBusy}
        disabled={typed.trim() === String(rules.denialWithin) && showsStamps === rules.showsStamps}
        className="self-start"
      >
        Save the rules
      </Button>
    </form>
  )
}
