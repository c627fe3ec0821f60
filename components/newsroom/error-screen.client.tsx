'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { errorNumber } from './error-number'

/** What stands in place of a page that could not be made. The menu around it still works. */
export function ErrorScreen({ error, retry }: { error: unknown; retry: () => void }) {
  const number = errorNumber(error)
  return (
    <EmptyState
      className="min-h-[60dvh] justify-center"
      icon={<TriangleAlert aria-hidden="true" />}
      title="This page could not be shown"
      actions={<Button onClick={() => retry()}>Try again</Button>}
    >
      <p role="alert">Something went wrong on our side. What you wrote is safe.</p>
      {number ? <p className="mt-2">If you report it, give this number: {number}.</p> : null}
    </EmptyState>
  )
}
