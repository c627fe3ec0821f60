'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { notify } from '@/components/ui/toaster.client'
import type { BehindClaim } from '@/lib/sources/get-source'
import type { SourceActions } from './source-actions'

type AddProps = { sourceId: string; actions: Pick<SourceActions, 'findClaims' | 'claimEvents' | 'use'> }

/** Puts the source behind a claim: behind what somebody said of it, where there is more than one. */
export function AddClaim({ sourceId, actions }: AddProps) {
  const router = useRouter()
  const [claim, setClaim] = useState<ComboboxItem | null>(null)
  const [events, setEvents] = useState<{ id: string; label: string }[]>([])
  const [eventId, setEventId] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  /** Which claim is asked about, and what happened to it once the server has said so. */
  const asked = useRef<{ id: string; first: Promise<string> }>({ id: '', first: Promise.resolve('') })

  async function search(words: string): Promise<ComboboxItem[]> {
    const found = await actions.findClaims({ words })
    if (!found.ok) throw new Error(found.problem.message)
    return found.value
  }

  function choose(item: ComboboxItem | null) {
    setClaim(item)
    setRefused(null)
    setEvents([])
    setEventId('')
    asked.current = { id: item?.id ?? '', first: item === null ? Promise.resolve('') : load(item.id) }
  }

  /** @returns what happened first, '' where nothing did or it is not known */
  async function load(id: string): Promise<string> {
    const found = await actions.claimEvents({ id }).catch(() => null)
    // Another claim may be chosen meanwhile.
    if (asked.current.id !== id) return ''
    if (found === null || !found.ok) {
      setRefused(found?.problem.message ?? 'The server could not be reached. Choose the claim again.')
      return ''
    }
    const [first] = found.value
    setEvents(found.value)
    setEventId(first?.id ?? '')
    if (first === undefined) setRefused('Nobody has said anything of this claim yet. Put that down first.')
    return first?.id ?? ''
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (claim === null) {
      setRefused('Choose a claim.')
      return
    }
    setIsBusy(true)
    try {
      // Who is quick presses before it is known what happened to the claim.
      const chosen = eventId === '' ? await asked.current.first : eventId
      if (chosen === '') {
        setIsBusy(false)
        return
      }
      const result = await actions.use({ sourceId, eventId: chosen })
      setRefused(result.ok ? null : result.problem.message)
      if (result.ok) {
        choose(null)
        router.refresh()
        notify.done('It stands behind the claim')
      }
    } catch {
      setRefused('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  return (
    <form onSubmit={submit} aria-label="Put behind a claim" className="mt-4 grid gap-4">
      <Field label="Put behind a claim" error={refused}>
        <Combobox
          value={claim}
          onChange={choose}
          search={search}
          placeholder="Find a claim"
          emptyText="No claim is like this."
        />
      </Field>
      {events.length > 1 ? (
        <Field label="Which the source confirms" hint="Who stands behind a denial does not stand behind the claim.">
          <Select value={eventId} onChange={(event) => setEventId(event.target.value)}>
            {events.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Button type="submit" busy={isBusy} className="justify-self-start">
        Put behind it
      </Button>
    </form>
  )
}

type RemoveProps = { sourceId: string; claim: BehindClaim; stopUse: SourceActions['stopUse'] }

/** Takes the source from behind a claim. */
export function RemoveClaim({ sourceId, claim, stopUse }: RemoveProps) {
  const router = useRouter()
  async function remove(): Promise<string | undefined> {
    const result = await stopUse({ sourceId, eventId: claim.eventId })
    if (!result.ok) return result.problem.message
    router.refresh()
    return undefined
  }
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" aria-label={`Take from behind “${claim.statement}”`}>
          Remove
        </Button>
      }
      title="Take the source from behind this claim?"
      confirmLabel="Remove"
      isDangerous
      onConfirm={remove}
    >
      The stamp of the claim follows from the sources that are left.
    </ConfirmDialog>
  )
}
