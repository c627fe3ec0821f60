'use client'

import { Ellipsis, KeyRound, Pencil, Power, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import { WEBHOOK_KINDS } from '@/lib/webhooks/kinds'
import type { ListedWebhook } from '@/lib/webhooks/readers'
import { ShownOnce } from './shown-once.client'
import type { WebhookActions } from './token-actions'
import { WebhookDialog } from './webhook-dialog.client'

type WebhookButtonsProps = { webhook: ListedWebhook; actions: Omit<WebhookActions, 'create' | 'sendAgain'> }

/** What can be done with one webhook. */
export function WebhookButtons({ webhook, actions }: WebhookButtonsProps) {
  const router = useRouter()
  const [asked, setAsked] = useState<'edit' | 'renew' | 'delete' | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { id, version, isOn, url } = webhook
  const kinds = WEBHOOK_KINDS.filter((kind) => webhook.kinds.includes(kind))

  async function say(work: Promise<ActionResult<void>>, done: string) {
    setIsBusy(true)
    const result = await work
    setIsBusy(false)
    if (result.ok) notify.done(done)
    else notify.problem(result.problem.message)
    router.refresh()
  }

  async function renew(): Promise<string | undefined> {
    const result = await actions.renew({ id })
    if (!result.ok) return result.problem.message
    setSecret(result.value.secret)
    router.refresh()
    return undefined
  }

  async function remove(): Promise<string | undefined> {
    const result = await actions.remove({ id })
    if (!result.ok) return result.problem.message
    notify.done('The webhook is deleted')
    router.push('/admin/tokens/webhooks')
    return undefined
  }

  return (
    <>
      <Button busy={isBusy} disabled={!isOn} onClick={() => void say(actions.test({ id }), 'A test is on its way')}>
        Send a test
      </Button>
      <Menu
        trigger={
          <IconButton label="What to do with this webhook" icon={<Ellipsis aria-hidden="true" className="size-4" />} />
        }
      >
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setAsked('edit')}>
          Edit
        </MenuItem>
        <MenuItem
          icon={<Power aria-hidden="true" />}
          onSelect={() =>
            void say(actions.edit({ id, version, url, kinds, isOn: !isOn }), isOn ? 'It is off' : 'It is on')
          }
        >
          {isOn ? 'Switch off' : 'Switch on'}
        </MenuItem>
        <MenuItem icon={<KeyRound aria-hidden="true" />} onSelect={() => setAsked('renew')}>
          Another secret
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden="true" />} isDangerous onSelect={() => setAsked('delete')}>
          Delete
        </MenuItem>
      </Menu>
      {asked === 'edit' ? (
        <WebhookDialog
          webhook={webhook}
          save={(form) => actions.edit({ ...form, id, version, isOn })}
          onClose={() => setAsked(null)}
          onSaved={() => {
            setAsked(null)
            notify.done('Saved')
            router.refresh()
          }}
        />
      ) : null}
      <ConfirmDialog
        open={asked === 'renew'}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Give it another secret?"
        confirmLabel="Make another"
        onConfirm={renew}
      >
        For a day messages are signed with both, so that the receiver can change over. Then only with the new one.
      </ConfirmDialog>
      <ConfirmDialog
        open={asked === 'delete'}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Delete this webhook?"
        confirmLabel="Delete"
        isDangerous
        onConfirm={remove}
      >
        It is told nothing more, also not of what waits. The list of what was sent goes with it.
      </ConfirmDialog>
      {secret === null ? null : (
        <ShownOnce
          title="The new secret"
          label="Secret"
          secret={secret}
          hint="The receiver checks with it that a message is from us. The former one is valid for a day."
          onClose={() => setSecret(null)}
        />
      )}
    </>
  )
}
