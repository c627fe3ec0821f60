'use client'

import { type FormEvent, useId, useState } from 'react'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { SCOPE_WORDS, type Scope } from '@/lib/api/scopes'
import type { Problem } from '@/lib/http/answers'
import type { TokenActions } from './token-actions'

type TokenDialogProps = {
  /** Those that this person may give. */
  scopes: readonly Scope[]
  create: TokenActions['create']
  onMade: (token: string) => void
  onClose: () => void
}

const NEVER = 'never'
const ENDS = [
  { value: '30', words: 'In 30 days' },
  { value: '90', words: 'In 90 days' },
  { value: '180', words: 'In half a year' },
  { value: '365', words: 'In a year' },
  { value: NEVER, words: 'Never' },
]

/** Makes a token: what it is for, what it may read, how long it works. */
export function TokenDialog({ scopes, create, onMade, onClose }: TokenDialogProps) {
  const formId = useId()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Scope[]>(['published:read'])
  const [ends, setEnds] = useState('90')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, ['name', 'scopes', 'days'])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await create({ name, scopes: [...chosen], days: ends === NEVER ? null : Number(ends) })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (result.ok) onMade(result.value.token)
  }

  function choose(scope: Scope, isChosen: boolean) {
    setChosen((before) => [...before.filter((each) => each !== scope), ...(isChosen ? [scope] : [])])
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title="New token"
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Make the token
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-5">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="Name" error={of.name} hint="What uses it: one token for each program.">
          <Input
            required
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium text-ink text-sm">What it may read</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              label={<code>{scope}</code>}
              hint={SCOPE_WORDS[scope]}
              checked={chosen.includes(scope)}
              onChange={(event) => choose(scope, event.target.checked)}
            />
          ))}
          {of.scopes === undefined ? null : (
            <p role="alert" className="text-danger-ink text-sm">
              {of.scopes}
            </p>
          )}
        </fieldset>
        <Field label="Ends" error={of.days}>
          <Select value={ends} onChange={(event) => setEnds(event.target.value)}>
            {ENDS.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        {ends === NEVER ? (
          <Callout tone="warn">
            A token that never ends works for whoever finds it, in years too. Choose this only where somebody looks
            after it.
          </Callout>
        ) : null}
      </form>
    </Dialog>
  )
}
