'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { WITHDRAWAL_TEXT_MOST } from '@/lib/breaking/breaking-alert'
import { type Breaking, dropNotice, sendNotice } from '../api/breaking'
import { messageOf } from '../api/request'
import { useSurface } from '../surface-context.client'
import { receiverWords } from './receiver-words'

/** The notice to readers who had an alert of what is killed, which waits for an editor. */
export function NoticeBox({
  notice,
  onDone,
}: {
  notice: NonNullable<Breaking['notice']>
  onDone: () => Promise<void>
}) {
  const { articleId } = useSurface()
  const [text, setText] = useState(notice.text)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState<'send' | 'drop' | null>(null)
  const count = notice.receivers.mail + notice.receivers.push

  async function decide(how: 'send' | 'drop') {
    if (busy !== null) return
    setBusy(how)
    setError(undefined)
    try {
      if (how === 'send') await sendNotice(articleId, text)
      else await dropNotice(articleId)
      notify.done(how === 'send' ? 'The notice is on its way.' : 'Readers are not told.')
    } catch (failure) {
      setError(messageOf(failure))
    } finally {
      setBusy(null)
      await onDone()
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void decide('send')
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Notice to readers"
      className="mb-3 rounded-lg border border-danger/40 bg-danger-wash/40 p-3"
    >
      <p className="font-semibold text-sm">Readers had an alert of this story</p>
      <p className="mt-1 mb-3 text-ink-soft text-sm">
        {receiverWords(notice.receivers)}.{' '}
        {notice.may ? 'Tell them that it was withdrawn?' : 'A notice to them waits for an editor.'}
      </p>
      {notice.may ? (
        <>
          <Field label="They read" isRequired error={error} aside={`${text.length} of ${WITHDRAWAL_TEXT_MOST}`}>
            <Textarea
              rows={4}
              maxLength={WITHDRAWAL_TEXT_MOST}
              disabled={busy !== null}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </Field>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button size="small" variant="primary" type="submit" busy={busy === 'send'} disabled={count === 0}>
              Send to {count.toLocaleString('en-GB')} {count === 1 ? 'receiver' : 'receivers'}
            </Button>
            <Button size="small" variant="quiet" busy={busy === 'drop'} onClick={() => decide('drop')}>
              Do not send
            </Button>
          </div>
        </>
      ) : null}
    </form>
  )
}
