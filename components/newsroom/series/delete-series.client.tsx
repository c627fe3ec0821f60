'use client'

import { Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { ArticleLines } from '@/components/newsroom/article-lines'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { KeptPart } from '@/lib/series/list-series'
import type { Series } from '@/lib/series/series'
import type { SeriesActions } from './series-actions'

type DeleteSeriesProps = { series: Series; parts: readonly KeptPart[]; end: SeriesActions['end'] }

/** Asks, with what is in the series, and deletes it. */
export function DeleteSeries({ series, parts, end }: DeleteSeriesProps) {
  const router = useRouter()

  async function remove(): Promise<string | undefined> {
    const result = await end({ id: series.id })
    if (!result.ok) return result.problem.message
    router.push('/desk/series')
    notify.done(`“${series.name}” is deleted`)
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button icon={<Trash2 aria-hidden="true" className="size-4" />}>Delete</Button>}
      title={`Delete “${series.name}”?`}
      confirmLabel="Delete"
      isDangerous
      onConfirm={remove}
    >
      {parts.length === 0 ? (
        <p>It has no parts.</p>
      ) : (
        <>
          <p>
            {parts.length === 1 ? 'Its one part stays as it is' : `Its ${parts.length} parts stay as they are`} and may
            go into another series.
          </p>
          <div className="max-h-52 overflow-y-auto">
            <ArticleLines articles={parts.map(({ articleId, ...part }) => ({ id: articleId, ...part }))} />
          </div>
        </>
      )}
      {parts.some(({ isPublic }) => isPublic) ? (
        <p>Readers at /series/{series.slug} are told that the series has ended.</p>
      ) : null}
    </ConfirmDialog>
  )
}
