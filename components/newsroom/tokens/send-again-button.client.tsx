'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { WebhookActions } from './token-actions'

export function SendAgainButton({
  deliveryId,
  sendAgain,
}: {
  deliveryId: string
  sendAgain: WebhookActions['sendAgain']
}) {
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)

  async function send() {
    setIsBusy(true)
    const result = await sendAgain({ deliveryId })
    setIsBusy(false)
    if (result.ok) notify.done('It is on its way again')
    else notify.problem(result.problem.message)
    router.refresh()
  }

  return (
    <Button size="small" busy={isBusy} onClick={send}>
      Send again
    </Button>
  )
}
