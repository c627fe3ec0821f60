'use client'

import { rememberChoice } from '@/components/editor/api/articles'
import { Sheet } from '@/components/ui/sheet.client'
import { ArticleList } from './article-list.client'
import { useFrontDesk } from './front-desk.client'
import { nameOfContainer } from './front-words'

/** Asks which article goes into a place. */
export function ArticlesSheet({
  containerId,
  place,
  onClose,
}: {
  containerId: string
  place: number
  onClose: () => void
}) {
  const { state, learn, put } = useFrontDesk()
  const container = state.layout.containers.find(({ id }) => id === containerId)
  if (container === undefined) return null
  return (
    <Sheet
      open
      side="right"
      onOpenChange={(open) => !open && onClose()}
      title={`Place ${place + 1} of ${nameOfContainer(container, state.front)}`}
    >
      <ArticleList
        className="-mx-1 flex flex-col gap-1.5 px-1 pb-4"
        row={(article, facts) => (
          <button
            type="button"
            onClick={() => {
              learn(article)
              rememberChoice(article.id)
              put(article, containerId, place)
              onClose()
            }}
            className="block w-full rounded-md border border-line bg-raised p-2.5 text-left shadow-rest hover:border-ink-faint"
          >
            {facts}
          </button>
        )}
      />
    </Sheet>
  )
}
