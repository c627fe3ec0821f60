'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Choices } from '@/components/ui/choices'
import { notify } from '@/components/ui/toaster.client'
import type { Workflow } from '@/lib/articles/get-workflow'
import { WORKFLOW_RULES, type WorkflowRule } from '@/lib/articles/workflow-rule'
import type { ActionResult } from '@/lib/http/action'

const RULES: Record<WorkflowRule, { name: string; about: string }> = {
  NONE: {
    name: 'No approval',
    about: 'Whoever may publish does, from a draft on. Approving is a word to colleagues and stops nobody.',
  },
  APPROVAL: {
    name: 'Approval',
    about:
      'Only what was approved goes out, words and fields as they were approved. What is changed after that has to be approved again.',
  },
  TWO_PEOPLE: {
    name: 'Two people',
    about: 'As with approval, and whoever changed it last cannot approve it: two people have read what readers get.',
  },
}

/** The paper's rule, each choice with its sentence, and what it meets now. */
export function RuleForm({
  workflow: { rule, approved, waiting, scheduledUnapproved },
  setRule,
}: {
  workflow: Workflow
  setRule: (input: { rule: WorkflowRule; seen: WorkflowRule }) => Promise<ActionResult<void>>
}) {
  const router = useRouter()
  const [chosen, setChosen] = useState(rule)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const staysBehind = chosen !== 'NONE' && scheduledUnapproved > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await setRule({ rule: chosen, seen: rule })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem.message)
    router.refresh()
    if (result.ok) notify.done('The rule holds from now on.')
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
      <Choices
        label="Before anything goes out"
        choices={WORKFLOW_RULES.map((each) => ({
          ...{ value: each, ...RULES[each] },
          ...(each === rule ? { aside: 'holds now' } : {}),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <dl className="grid grid-cols-2 gap-4">
        <Count name="Approved now" count={approved} />
        <Count name="Waiting for it" count={waiting} hint="Filed, being subbed, or with a lawyer" />
      </dl>
      {staysBehind ? (
        <Callout tone="warn">
          {scheduledUnapproved === 1
            ? 'One story is scheduled and was never approved. It stays behind when its time comes.'
            : `${scheduledUnapproved} stories are scheduled and were never approved. They stay behind when their time comes.`}
        </Callout>
      ) : null}
      <Button type="submit" variant="primary" busy={isBusy} disabled={chosen === rule} className="self-start">
        Save the rule
      </Button>
    </form>
  )
}

function Count({ name, count, hint }: { name: string; count: number; hint?: string }) {
  return (
    <div className="rounded-lg border border-line px-4 py-3">
      <dt className="text-ink-soft text-sm">{name}</dt>
      <dd className="tabular font-semibold text-xl">{count}</dd>
      {hint === undefined ? null : <dd className="text-ink-faint text-xs">{hint}</dd>}
    </div>
  )
}
