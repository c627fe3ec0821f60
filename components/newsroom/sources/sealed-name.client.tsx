'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { SecretDialog } from './secret-dialog.client'
import type { SecretFields } from './secret-fields.client'
import type { SourceActions } from './source-actions'

type Props = {
  id: string
  /** Of a source that is not confidential only contact and notes are hidden. */
  isConfidential: boolean
  mayEdit: boolean
  actions: Pick<SourceActions, 'reveal' | 'changeSecret'>
}

/** What is sealed of a source: hidden until somebody asks for it, which is written down. It is never part of the page. */
export function SealedName({ id, isConfidential, mayEdit, actions }: Props) {
  const router = useRouter()
  const [secret, setSecret] = useState<(SecretFields & { version: number }) | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [isEditing, setIsEditing] = useState(false)
  const what = isConfidential ? 'the name' : 'contact and notes'

  async function reveal() {
    if (isBusy) return
    setIsBusy(true)
    try {
      const result = await actions.reveal({ id })
      setSecret(result.ok ? result.value : null)
      setRefused(result.ok ? null : result.problem.message)
      // The list of looks has one more.
      router.refresh()
    } catch {
      setRefused('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  if (secret === null)
    return (
      <div className="rounded-lg border border-line bg-side p-4">
        <p className="text-ink-soft text-sm">Sealed. That you looked is written down.</p>
        {refused === null ? null : (
          <Callout tone="danger" className="mt-3">
            {refused}
          </Callout>
        )}
        <Button
          className="mt-3"
          busy={isBusy}
          icon={<Eye aria-hidden="true" className="size-4" />}
          onClick={() => void reveal()}
        >
          Show {what}
        </Button>
      </div>
    )

  return (
    <div className="rounded-lg border border-line-strong bg-raised p-4">
      <dl aria-label="What is sealed" className="space-y-3 text-sm" data-gramm="false" translate="no">
        <Line name="Name" words={secret.name} />
        <Line name="Contact" words={secret.contact} />
        <Line name="Notes" words={secret.notes} />
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button icon={<EyeOff aria-hidden="true" className="size-4" />} onClick={() => setSecret(null)}>
          Hide {what}
        </Button>
        {mayEdit ? <Button onClick={() => setIsEditing(true)}>Change</Button> : null}
      </div>
      {isEditing ? (
        <SecretDialog
          id={id}
          secret={secret}
          changeSecret={actions.changeSecret}
          onClose={(isSaved) => {
            setIsEditing(false)
            if (isSaved) setSecret(null)
          }}
        />
      ) : null}
    </div>
  )
}

function Line({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt className="font-medium text-ink-faint text-xs">{name}</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap text-ink">{words === '' ? '—' : words}</dd>
    </div>
  )
}
