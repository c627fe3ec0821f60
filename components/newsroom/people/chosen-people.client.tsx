'use client'

import { Send, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Tick } from '@/components/ui/tick'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { ManyInvitations } from '@/lib/people/many-invitations'

type OnMany = (input: { ids: string[] }) => Promise<ActionResult<ManyInvitations>>

const BOXES = 'input[type=checkbox][name=chosen]'

/** What can be done to several invitations at once. The boxes stand in the rows that are handed in. */
export function ChosenPeople({ resend, revoke, children }: { resend: OnMany; revoke: OnMany; children: ReactNode }) {
  const router = useRouter()
  const list = useRef<HTMLDivElement>(null)
  const [ids, setIds] = useState<string[]>([])
  const [isBusy, setIsBusy] = useState(false)

  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>(BOXES) ?? [])]
  const count = () => setIds(boxes().flatMap(({ checked, value }) => (checked ? [value] : [])))

  function chooseNone() {
    for (const box of list.current?.querySelectorAll<HTMLInputElement>(`${BOXES}, input[name=all]`) ?? [])
      box.checked = false
    count()
  }

  async function act(work: OnMany, done: string): Promise<string | undefined> {
    setIsBusy(true)
    const result = await work({ ids })
    setIsBusy(false)
    if (!result.ok) return result.problem.message
    const { done: many, left } = result.value
    chooseNone()
    router.refresh()
    if (many > 0) notify.done(`${many} ${many === 1 ? 'invitation' : 'invitations'} ${done}`)
    if (left.length > 0)
      notify.problem(`Left as they were: ${left.map(({ name, why }) => `${name} (${why})`).join(', ')}.`)
    return undefined
  }

  async function sendAgain() {
    const refusal = await act(resend, 'sent again')
    if (refusal) notify.problem(refusal)
  }

  return (
    <div ref={list} onChange={count}>
      {children}
      <div
        role="status"
        className={ids.length === 0 ? 'sr-only' : 'sticky bottom-4 z-20 mx-auto mt-4 w-fit max-w-full'}
      >
        {ids.length === 0 ? null : (
          <div className="flex flex-wrap items-center gap-2 rounded-xl border border-line bg-raised px-4 py-3 text-sm shadow-float">
            <span className="font-medium max-sm:basis-full">
              {ids.length} {ids.length === 1 ? 'invitation' : 'invitations'} chosen
            </span>
            <Button
              size="small"
              busy={isBusy}
              icon={<Send aria-hidden="true" className="size-4" />}
              onClick={() => void sendAgain()}
            >
              Send again
            </Button>
            <ConfirmDialog
              trigger={
                <Button size="small" icon={<X aria-hidden="true" className="size-4" />}>
                  Revoke
                </Button>
              }
              title={`Revoke ${ids.length} ${ids.length === 1 ? 'invitation' : 'invitations'}?`}
              confirmLabel="Revoke"
              isDangerous
              onConfirm={() => act(revoke, 'revoked')}
            >
              The links that were sent stop working, and they leave this list.
            </ConfirmDialog>
            <Button size="small" variant="quiet" onClick={chooseNone}>
              Choose none
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** Ticks every box of the list, or none. */
export function ChooseAll() {
  return (
    <label className="group inline-flex items-center gap-2.5 text-ink-soft text-sm touch:min-h-11">
      <Tick
        name="all"
        className="touch:size-6"
        onChange={({ target }) => {
          for (const box of document.querySelectorAll<HTMLInputElement>(BOXES)) box.checked = target.checked
        }}
      />
      All invitations on this page
    </label>
  )
}
