'use client'

import { useDraggable } from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { headlineOf } from '@/components/editor/linking/target-line'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import type { LinkTarget } from '@/lib/articles/search-for-link'
import { ArticleList } from './article-list.client'
import type { Dragged } from './drag'
import { useFrontDesk } from './front-desk.client'

/** Beside the front: articles to be dragged into a place, or put there by a dialog. */
export function ArticlesPanel() {
  return (
    <ArticleList
      className="-mx-1 flex min-h-0 flex-1 flex-col gap-1 overflow-y-auto overscroll-contain px-1 pb-2"
      row={(article, facts) => <Row article={article}>{facts}</Row>}
    />
  )
}

function Row({ article, children }: { article: LinkTarget; children: ReactNode }) {
  const { ask } = useFrontDesk()
  const headline = headlineOf(article)
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `article:${article.id}`,
    data: { kind: 'article', article, headline } satisfies Dragged,
  })
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      className={classes(
        'flex cursor-grab items-start gap-1 rounded-md border border-line bg-raised p-2.5 shadow-rest hover:border-line-strong',
        isDragging && 'opacity-40',
      )}
    >
      <div className="min-w-0 flex-1">{children}</div>
      <IconButton
        size="small"
        label={`Put “${headline}” on the front`}
        icon={<Plus aria-hidden="true" className="size-4" />}
        className="-mt-1 -mr-1.5"
        onClick={() => ask({ kind: 'placeArticle', article })}
      />
    </div>
  )
}
