'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import { LABEL_MOST, LINK_HOURS_MOST } from '@/lib/outsiders/limits'
import { makeOutsiderLink, type Purpose } from '../api/outsiders'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import { NewLink } from './new-link.client'
import { PURPOSE_WORDS } from './purpose-words'

const DAY = 24
const LIVES = [
  { hours: 1, words: 'An hour' },
  { hours: DAY, words: 'A day' },
  { hours: 3 * DAY, words: 'Three days' },
  { hours: 7 * DAY, words: 'A week' },
  { hours: LINK_HOURS_MOST, words: 'Thirty days' },
]

/** Makes a link for one person, and shows it once. */
export function MakeLinkDialog({
  mayAskToSign,
  saveAll,
  onMade,
  onClose,
}: {
  mayAskToSign: boolean
  saveAll: () => Promise<{ version: number }>
  onMade: () => Promise<void>
  onClose: () => void
}) {
  const { articleId } = useSurface()
  const formId = useId()
  const [label, setLabel] = useState('')
  const [purpose, setPurpose] = useState<Purpose>('COMMENT')
  const [hours, setHours] = useState(3 * DAY)
  const [isPinned, setIsPinned] = useState(false)
  const [error, setError] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const isSigned = purpose === 'SIGN_OFF'

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (label.trim() === '') return setError('Say who the link is for.')
    setIsBusy(true)
    try {
      const { version } = await saveAll()
      const made = await makeOutsiderLink(articleId, {
        purpose,
        label,
        hours,
        version: isPinned || isSigned ? version : null,
      })
      setPath(made.path)
      await onMade()
    } catch (failure) {
      setError(messageOf(failure))
    } finally {
      setIsBusy(false)
    }
  }

  if (path !== null) return <NewLink label={label.trim()} path={path} onClose={onClose} />
  return (
    <Dialog
      open
      isSticky
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title="Make a link"
      description="Whoever has it reads the article without signing in, as readers would get it. It can be revoked."
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Make link
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="space-y-4">
        <Field label="Who it is for" hint="Stands above the article." isRequired error={error}>
          <Input maxLength={LABEL_MOST} value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        <Field
          label="What they do"
          hint={
            isSigned ? 'What they sign counts as the signature of a lawyer, for the version as it is now.' : undefined
          }
        >
          <Select value={purpose} onChange={(event) => setPurpose(event.target.value as Purpose)}>
            <option value="READ">{PURPOSE_WORDS.READ}</option>
            <option value="COMMENT">{PURPOSE_WORDS.COMMENT}</option>
            {mayAskToSign ? <option value="SIGN_OFF">{PURPOSE_WORDS.SIGN_OFF}</option> : null}
          </Select>
        </Field>
        {isSigned ? null : (
          <Field label="What they see">
            <Select
              value={isPinned ? 'pinned' : 'draft'}
              onChange={(event) => setIsPinned(event.target.value === 'pinned')}
            >
              <option value="draft">The draft as it changes</option>
              <option value="pinned">The version as it is now</option>
            </Select>
          </Field>
        )}
        <Field label="How long it works">
          <Select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
            {LIVES.map(({ hours, words }) => (
              <option key={hours} value={hours}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  )
}
