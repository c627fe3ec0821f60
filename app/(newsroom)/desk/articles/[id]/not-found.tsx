import { FileQuestion } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

export default function ArticleNotFound() {
  return (
    <div className="flex min-h-[70dvh] items-center justify-center px-4">
      <EmptyState
        icon={<FileQuestion aria-hidden="true" />}
        title="There is no such article"
        actions={
          <ButtonLink href="/desk/articles" variant="primary">
            All articles
          </ButtonLink>
        }
      >
        It may never have existed, or the address is not quite right.
      </EmptyState>
    </div>
  )
}
