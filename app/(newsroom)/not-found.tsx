import { FileQuestion } from 'lucide-react'
import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata: Metadata = { title: 'Not found' }

/** A page that does not exist, or that this person may not know of. */
export default function NotFoundPage() {
  return (
    <EmptyState
      className="min-h-[60dvh] justify-center"
      icon={<FileQuestion aria-hidden="true" />}
      title="This page does not exist"
      actions={<ButtonLink href="/desk">Go to the desk</ButtonLink>}
    >
      It may have been moved, or it is not yours to see.
    </EmptyState>
  )
}
