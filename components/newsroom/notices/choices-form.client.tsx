'use client'

import { useRef, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Select } from '@/components/ui/select.client'
import type { ActionResult } from '@/lib/http/action'
import type { Choice } from '@/lib/notifications/list-choices'
import { NoticeIcon } from './notice-icon'

type Choose = (choice: Omit<Choice, 'name'>) => Promise<ActionResult<void>>
type Mail = Choice['mail']

const MAIL_WORDS: Record<Mail, string> = { NOW: 'Mail at once', DIGEST: 'Mail once a day', OFF: 'No mail' }

/** One row for each kind of thing. Each change is saved by itself; one that is refused goes back to what it was. */
export function ChoicesForm({ choices, email, choose }: { choices: readonly Choice[]; email: string; choose: Choose }) {
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {choices.map((choice) => (
          <ChoiceRow key={choice.kind} first={choice} choose={choose} />
        ))}
      </ul>
      <p className="mt-4 break-words text-ink-faint text-sm">Mail goes to {email}.</p>
    </>
  )
}

function ChoiceRow({ first, choose }: { first: Choice; choose: Choose }) {
  const { kind, name } = first
  const [choice, setChoice] = useState(first)
  const [status, setStatus] = useState('')
  const saved = useRef(first)
  const saves = useRef(0)

  async function save(next: Choice) {
    setChoice(next)
    setStatus('Saving …')
    saves.current += 1
    const turn = saves.current
    const result = await choose({ kind, inApp: next.inApp, mail: next.mail }).catch(() => null)
    if (result?.ok) saved.current = next
    // A later change says how it ends.
    if (turn !== saves.current) return
    if (!result?.ok) setChoice(saved.current)
    setStatus(result?.ok ? 'Saved' : (result?.problem.message ?? 'Not saved: no answer. Try again.'))
  }

  return (
    <li
      id={kind}
      className="scroll-mt-20 px-4 py-3 target:bg-accent-wash first:rounded-t-lg last:rounded-b-lg sm:grid sm:grid-cols-[minmax(0,1fr)_6rem_11rem] sm:items-center sm:gap-x-4"
    >
      <p className="flex items-center gap-3 text-sm max-sm:mb-2">
        <NoticeIcon kind={kind} />
        <span className="min-w-0 text-pretty font-medium" id={`${kind}-name`}>
          {name}
          <span role="status" className="block min-h-4.5 font-normal text-ink-faint text-xs">
            {status}
          </span>
        </span>
      </p>
      <div className="flex items-center justify-between gap-4 max-sm:pl-11 sm:contents">
        <Checkbox
          label="In the app"
          aria-describedby={`${kind}-name`}
          checked={choice.inApp}
          onChange={(event) => void save({ ...choice, inApp: event.target.checked })}
        />
        <Select
          aria-label={`Mail: ${name}`}
          value={choice.mail}
          className="min-w-0 max-sm:flex-1"
          onChange={(event) => void save({ ...choice, mail: event.target.value as Mail })}
        >
          {(Object.keys(MAIL_WORDS) as Mail[]).map((mail) => (
            <option key={mail} value={mail}>
              {MAIL_WORDS[mail]}
            </option>
          ))}
        </Select>
      </div>
    </li>
  )
}
