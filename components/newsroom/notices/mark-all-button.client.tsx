'use client'

import { CheckCheck } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import { markNoticesRead } from './unread-store'

export function MarkAllButton() {
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)

  async function markAll() {
    setIsBusy(true)
    if (await markNoticesRead({ all: true })) router.refresh()
    else notify.problem('The notices could not be marked as read. Try again.')
    setIsBusy(false)
  }

  return (
    <Button busy={isBusy} onClick={markAll} icon={<CheckCheck aria-hidden="true" className="size-4" />}>
      Mark all as read
    </Button>
  )
}
