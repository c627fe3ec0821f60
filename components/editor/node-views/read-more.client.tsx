'use client'

import type { ReactNodeViewProps } from '@tiptap/react'
import { ArrowRight, Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { useArticleCards } from '../linking/article-cards.client'
import { headlineOf, TargetLine } from '../linking/target-line'
import { useSurface } from '../surface-context.client'
import { BlockFrame } from './block-frame.client'

/** A card that points at another article and shows that article's own headline, as it is now. */
export function ReadMoreView(block: ReactNodeViewProps) {
  const articleId: string | null = block.node.attrs.articleId
  const { ask } = useSurface()
  const canEdit = block.editor.isEditable
  const choose = () => ask({ kind: 'read more', position: block.getPos() })

  return (
    <BlockFrame
      label="Read more"
      icon={<ArrowRight />}
      isSelected={block.selected}
      canEdit={canEdit}
      onRemove={block.deleteNode}
      actions={
        <IconButton
          label="Choose another article"
          size="small"
          icon={<Link2 aria-hidden="true" className="size-3.5" />}
          onClick={choose}
        />
      }
    >
      <div contentEditable={false} className="px-4 py-3">
        {articleId === null ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <span className="text-ink-faint">This card points at nothing yet.</span>
            {canEdit ? (
              <Button size="small" onClick={choose}>
                Choose an article
              </Button>
            ) : null}
          </div>
        ) : (
          <CardWords articleId={articleId} />
        )}
      </div>
    </BlockFrame>
  )
}

function CardWords({ articleId }: { articleId: string }) {
  const [target] = useArticleCards([articleId])
  if (target === undefined) return <p className="animate-breathe text-ink-faint">Looking up the article…</p>
  if (target === null)
    return <p className="text-danger-ink">This article does not exist any more. Readers see no card.</p>
  return (
    <>
      <p className="text-pretty font-serif text-lg leading-snug">
        <span className="font-sans font-semibold text-accent-ink text-xs uppercase tracking-wide">Read more: </span>
        {headlineOf(target)}
      </p>
      <TargetLine target={target} />
    </>
  )
}
