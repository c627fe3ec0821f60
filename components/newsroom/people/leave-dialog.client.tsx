'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Choices } from '@/components/ui/choices'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Skeleton } from '@/components/ui/skeleton'
import type { Leaving } from '@/lib/people/leaving/look-at-leaving'
import type { NamedPerson } from '@/lib/people/list-names'
import { Belongings } from './belongings'
import { failingWords, hasToHandOver } from './belongings-words'
import type { PersonActions } from './person-actions'

type Choice = { handOverTo: string | null; links: 'revoke' | 'keep' }

type LeaveDialogProps = {
  person: { id: string; name: string }
  look: PersonActions['leaving']
  /** Does it. A string that comes back is why it was refused. */
  onDeactivate: (choice: Choice) => Promise<string | undefined>
  onClose: () => void
}

/** What is somebody's, who takes it over, and the button that shuts them out. */
export function LeaveDialog({ person, look, onDeactivate, onClose }: LeaveDialogProps) {
  const { leaving, problem } = useLeaving(look, person.id)
  const [successor, setSuccessor] = useState<ComboboxItem | null>(null)
  const [links, setLinks] = useState<Choice['links']>('revoke')
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | undefined>()
  const failing = leaving === null || successor !== null ? '' : failingWords(leaving)

  async function deactivate() {
    setIsBusy(true)
    const answer = await onDeactivate({ handOverTo: successor?.id ?? null, links })
    setIsBusy(false)
    setRefusal(answer)
    if (answer === undefined) onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isSticky
      title={`Deactivate ${person.name}?`}
      description={`${person.name} is signed out everywhere, at once, and cannot sign in again. The byline stays. You can reactivate later.`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="danger" busy={isBusy} disabled={leaving === null} onClick={() => void deactivate()}>
            Deactivate
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
        {leaving === null ? (
          problem === null ? (
            <Skeleton className="h-24 w-full" />
          ) : null
        ) : (
          <>
            <Belongings name={person.name} leaving={leaving} />
            {hasToHandOver(leaving) ? (
              <Field
                label="Who takes over"
                hint="Articles, what is scheduled, the lead of desks and the diary. Empty: all of it stays as it is."
              >
                <Combobox
                  value={successor}
                  search={(words, signal) => findColleagues(person.id, words, signal)}
                  placeholder="Nobody"
                  emptyText="Nobody of that name can sign in."
                  onChange={setSuccessor}
                />
              </Field>
            ) : null}
            {failing === '' ? null : <Callout tone="warn">{failing}</Callout>}
            {leaving.links === 0 ? null : (
              <Choices
                label="Secret links"
                value={links}
                onChange={setLinks}
                choices={[
                  { value: 'revoke', name: 'End the secret links', about: `${person.name} knows them, too.` },
                  { value: 'keep', name: 'Keep them', about: 'Outsiders go on reading until the links run out.' },
                ]}
              />
            )}
          </>
        )}
        {refusal === undefined ? null : <Callout tone="danger">{refusal}</Callout>}
      </div>
    </Dialog>
  )
}

function useLeaving(look: LeaveDialogProps['look'], id: string): { leaving: Leaving | null; problem: string | null } {
  const [answer, setAnswer] = useState<{ leaving: Leaving | null; problem: string | null }>({
    leaving: null,
    problem: null,
  })
  useEffect(() => {
    let isHere = true
    void look({ id }).then((result) => {
      if (!isHere) return
      setAnswer(
        result.ok ? { leaving: result.value, problem: null } : { leaving: null, problem: result.problem.message },
      )
    })
    return () => {
      isHere = false
    }
  }, [look, id])
  return answer
}

/** Who may sign in and is somebody else, by a part of the name. */
async function findColleagues(ownId: string, words: string, signal: AbortSignal): Promise<ComboboxItem[]> {
  const answer = await fetch('/api/people', { signal })
  if (!answer.ok) throw new Error('The people could not be read.')
  const { people } = (await answer.json()) as { people: NamedPerson[] }
  const part = words.trim().toLowerCase()
  return people
    .filter(({ id, name, isActive }) => isActive && id !== ownId && name.toLowerCase().includes(part))
    .slice(0, 30)
    .map(({ id, name }) => ({ id, label: name }))
}
