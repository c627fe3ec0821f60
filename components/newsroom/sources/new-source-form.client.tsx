'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useMay } from '@/components/newsroom/may.client'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import type { ComboboxItem } from '@/components/ui/combobox.client'
import { notify } from '@/components/ui/toaster.client'
import type { Problem } from '@/lib/http/answers'
import { OPEN_FIELDS, type OpenFields, OpenFieldset, openInput } from './open-fields.client'
import { SECRET_FIELDS, type SecretFields, SecretFieldset } from './secret-fields.client'
import type { SourceActions } from './source-actions'

type Props = { me: ComboboxItem; people: ComboboxItem[]; actions: Pick<SourceActions, 'create' | 'find'> }

/** Puts a source on the register. */
export function NewSourceForm({ me, people, actions }: Props) {
  const router = useRouter()
  const mayRead = useMay('source.read')
  const [open, setOpen] = useState<OpenFields>({
    ...{ codeName: '', kind: 'PERSON', terms: 'BACKGROUND', isConfidential: true, isKnown: false },
    ...{ sameOrigin: null, readers: [me] },
  })
  const [secret, setSecret] = useState<SecretFields>({ name: '', contact: '', notes: '' })
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { sentence, of } = problemParts(problem, [...OPEN_FIELDS, ...SECRET_FIELDS])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    try {
      const result = await actions.create({ ...openInput(open), ...secret })
      setProblem(result.ok ? null : result.problem)
      if (result.ok) {
        notify.done('The source is on the register')
        router.push(mayRead ? `/desk/sources/${result.value.id}` : '/desk')
        return
      }
    } catch {
      notify.problem('The server could not be reached. What you typed is still here: try again.')
    }
    setIsBusy(false)
  }

  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="space-y-8">
      {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
      <Part title="What is sealed" about="Encrypted before it is kept. Each time that somebody looks is written down.">
        <SecretFieldset fields={secret} onChange={setSecret} of={of} />
      </Part>
      <Part title="What the newsroom sees" about="Stands on lists, in the audit log and beside claims.">
        <OpenFieldset fields={open} onChange={setOpen} of={of} people={people} canSeal find={actions.find} />
      </Part>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" busy={isBusy}>
          Put on the register
        </Button>
        <ButtonLink href={mayRead ? '/desk/sources' : '/desk'} variant="quiet">
          Cancel
        </ButtonLink>
      </div>
    </form>
  )
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold text-lg">{title}</legend>
      <p className="mt-1 mb-4 text-ink-soft text-sm">{about}</p>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  )
}
