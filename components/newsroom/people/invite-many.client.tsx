'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'
import { useMay } from '@/components/newsroom/may.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { CheckedLine } from '@/lib/people/invite-many/check-lines'
import type { InvitedMany } from '@/lib/people/invite-many/invite-many'
import type { PreviewedList } from '@/lib/people/invite-many/preview-invitations'
import { counted } from './belongings-words'
import { CheckedLines } from './checked-lines'

type InviteManyProps = {
  /** Names that may stand in the list. */
  roles: readonly string[]
  desks: readonly string[]
  /** Mail does not leave this machine: invitations are read under Mail. */
  isKept: boolean
  preview: (input: { text: string }) => Promise<ActionResult<PreviewedList>>
  invite: (input: { text: string }) => Promise<ActionResult<InvitedMany>>
}

const FILE_BYTES_MOST = 200_000

/** A list of people, what each line of it would do, and the button that invites the good ones. What is wrong stays to be mended. */
export function InviteMany({ roles, desks, isKept, preview, invite }: InviteManyProps) {
  const router = useRouter()
  const mayList = useMay('people.list')
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [lines, setLines] = useState<readonly CheckedLine[] | null>(null)
  const [busyWith, setBusyWith] = useState<'look' | 'invite' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const good = lines?.filter((line) => line.problem === null).length ?? 0

  function write(next: string) {
    setText(next)
    // What was looked at is no longer what stands here.
    setLines(null)
    setProblem(null)
  }

  async function look(list: string) {
    setBusyWith('look')
    const result = await preview({ text: list })
    setBusyWith(null)
    setLines(result.ok ? result.value.lines : null)
    setProblem(result.ok ? null : result.problem.message)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (busyWith === null) void look(text)
  }

  async function inviteGood() {
    if (busyWith !== null) return
    setBusyWith('invite')
    const result = await invite({ text })
    setBusyWith(null)
    if (!result.ok) {
      setProblem(result.problem.message)
      return
    }
    const { invited, left, rest } = result.value
    if (invited.length > 0)
      notify.done(
        `${counted(invited.length, 'invitation')} ${isKept ? 'kept under Mail' : invited.length === 1 ? 'is on its way' : 'are on their way'}`,
      )
    router.refresh()
    write(rest)
    if (left.length > 0) await look(rest)
    else if (mayList) router.push('/admin/people?state=invited')
  }

  async function openFile({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? []
    target.value = ''
    if (chosen === undefined) return
    if (chosen.size > FILE_BYTES_MOST) {
      setProblem('The list is larger than 200 KB.')
      return
    }
    const list = await chosen.text()
    write(list)
    await look(list)
  }

  return (
    <div className="flex flex-col gap-6">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label="The list"
          hint="Commas, semicolons or tabs. The first line may name the columns. At most 500 people at once."
        >
          <Textarea
            rows={8}
            wrap="off"
            value={text}
            onChange={(event) => write(event.target.value)}
            placeholder={`Ada Park, ada@example.org, ${roles.at(-1) ?? 'Reporter'}, ${desks[0] ?? ''}`}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            className="min-h-44 font-mono text-sm"
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant={good > 0 ? 'secondary' : 'primary'} busy={busyWith === 'look'}>
            Look at the list
          </Button>
          <Button icon={<FileUp aria-hidden="true" className="size-4" />} onClick={() => file.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={file}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
            aria-label="A file with the list"
            onChange={(event) => void openFile(event)}
            className="hidden"
          />
        </div>
        <p className="text-ink-faint text-xs">
          Roles: {roles.join(', ')}.{desks.length === 0 ? '' : ` Desks: ${desks.join(', ')}.`}
        </p>
      </form>
      {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
      <div role="status">
        {lines === null ? null : (
          <p className="font-medium text-sm">
            {good === 0 ? 'Nobody can be invited yet.' : `${counted(good, 'person', 'people')} can be invited.`}
            {lines.length === good ? '' : ` ${counted(lines.length - good, 'line')} to mend.`}
          </p>
        )}
      </div>
      {lines === null ? null : (
        <>
          <CheckedLines lines={lines} />
          {good === 0 ? null : (
            <div className="flex flex-wrap items-center gap-3">
              <Button variant="primary" busy={busyWith === 'invite'} onClick={() => void inviteGood()}>
                Invite {counted(good, 'person', 'people')}
              </Button>
              {lines.length === good ? null : (
                <span className="text-ink-soft text-sm">The other lines stay here, to be mended.</span>
              )}
            </div>
          )}
        </>
      )}
    </div>
  )
}
