'use client'

import { Plus } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import { useIsAlive } from './people/use-is-alive.client'

/** Starts an empty article and goes to it. */
export function NewArticleButton({ start }: { start: (input: Record<string, never>) => Promise<ActionResult<never>> }) {
  const [isStarting, startTransition] = useTransition()
  const isAlive = useIsAlive()

  function press() {
    startTransition(async () => {
      // What answers is a problem: otherwise the server has led us to the new article.
      const result = await start({})
      if (result && !result.ok) notify.problem('No article was started', { description: result.problem.message })
    })
  }

  return (
    <Button
      variant="primary"
      busy={isStarting}
      disabled={!isAlive}
      onClick={press}
      icon={<Plus aria-hidden="true" className="size-4" />}
    >
      New article
    </Button>
  )
}
