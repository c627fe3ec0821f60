'use client'

import { type FormEvent, useState } from 'react'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { SettingGroup } from '@/components/newsroom/settings/setting-group'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import type { Erased } from '@/lib/privacy/erase-reader'
import type { ShownReader } from '@/lib/privacy/show-reader'
import { EraseDialog } from './erase-dialog.client'
import { ReaderParts } from './reader-parts'

type ReaderLookUpProps = {
  show: (input: { address: string }) => Promise<ActionResult<ShownReader>>
  erase: (input: { address: string; confirmation: string }) => Promise<ActionResult<Erased>>
}

/** What the paper has of one reader: asked for by their address, saved as a file, erased. */
export function ReaderLookUp({ show, erase }: ReaderLookUpProps) {
  const [address, setAddress] = useState('')
  const [shown, setShown] = useState<ShownReader | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { sentence, of } = problemParts(problem, ['address'])

  async function look(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await show({ address })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    setShown(result.ok ? result.value : null)
  }

  return (
    <SettingGroup
      title="One reader"
      about="Somebody who asks what the paper has of them has a right to it. Be sure first that the address is theirs."
    >
      <form onSubmit={look} noValidate className="flex flex-col gap-4">
        {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
        <Field label="E-mail address of the reader" error={of.address}>
          <Input
            type="email"
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </Field>
        <Button type="submit" busy={isBusy} disabled={address.trim() === ''} className="self-start">
          Show what we have
        </Button>
      </form>
      <div aria-live="polite">
        {shown?.kind === 'colleague' ? <Colleague address={shown.address} /> : null}
        {shown?.kind === 'reader' ? (
          <ReaderParts address={shown.address} parts={shown.parts}>
            <EraseDialog
              address={shown.address}
              erase={erase}
              onErased={() => {
                setShown({ ...shown, parts: [] })
                notify.done('Erased')
              }}
            />
          </ReaderParts>
        ) : null}
      </div>
    </SettingGroup>
  )
}

function Colleague({ address }: { address: string }) {
  return (
    <Callout title={<span className="wrap-anywhere">{address} is a colleague’s</span>}>
      People of the newsroom are looked after under{' '}
      <LinkIfMay needs="people.list" href="/admin/people" className="underline">
        People
      </LinkIfMay>
      . Nothing of theirs is shown or erased here.
    </Callout>
  )
}
