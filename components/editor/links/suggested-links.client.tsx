'use client'

import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Skeleton } from '@/components/ui/skeleton'
import { notify } from '@/components/ui/toaster.client'
import type { SuggestedStory } from '../api/links'
import type { FieldSaver } from '../around/field-saver'
import { insertBlock } from '../extensions/insert-block'
import { rememberCard } from '../linking/article-cards.client'
import { headlineOf, TargetLine } from '../linking/target-line'
import { useSurface } from '../surface-context.client'
import { addToRelated, linkTo } from './add-link'
import { useSuggestedLinks } from './use-suggested-links.client'

/** Stories and topics that the words themselves suggest, each with its reason and ready to be taken. */
export function SuggestedLinks({ saver, canEdit }: { saver: FieldSaver; canEdit: boolean }) {
  const { articleId, editor } = useSurface()
  const state = useSuggestedLinks(articleId, editor)
  const [taken, setTaken] = useDismissed(articleId)
  if (state.kind === 'looking') return <Waiting />
  if (state.kind === 'failed') return <p className="text-ink-faint text-sm">{state.message}</p>
  const stories = state.stories.filter(({ id }) => !taken.includes(id))
  const topics = state.topics.filter(({ id }) => !taken.includes(id) && !saver.value('topics').includes(id))
  const take = (id: string) => setTaken([...taken, id])

  return (
    <>
      {stories.length + topics.length === 0 ? (
        <p className="text-ink-faint text-sm">
          Nothing yet. Stories that name the same people, share a topic or point at the same stories appear here while
          you write.
        </p>
      ) : null}
      {topics.length === 0 ? null : (
        <ul aria-label="Suggested topics" className="mb-4 flex flex-wrap gap-1.5">
          {topics.map(({ id, name, reason }) => (
            <li key={id}>
              <Button
                size="small"
                title={reason}
                disabled={!canEdit}
                onClick={() => {
                  saver.set('topics', [...saver.value('topics'), id])
                  notify.done(`“${name}” is among the topics.`)
                  take(id)
                }}
              >
                Add topic {name}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ul aria-label="Suggested stories" className="flex flex-col divide-y divide-line">
        {stories.map((story) => (
          <SuggestedRow key={story.id} story={story} canEdit={canEdit} onTaken={() => take(story.id)} />
        ))}
      </ul>
    </>
  )
}

function SuggestedRow({ story, canEdit, onTaken }: { story: SuggestedStory; canEdit: boolean; onTaken: () => void }) {
  const { editor } = useSurface()
  const { id, names, reasons } = story

  function apply(transaction: ReturnType<typeof linkTo>, otherwise: string) {
    if (transaction === null) return notify.problem(otherwise)
    rememberCard(story)
    editor.view.dispatch(transaction)
    onTaken()
  }

  return (
    <li className="relative flex flex-col gap-1.5 py-3 pr-8 first:pt-0">
      <a href={`/desk/articles/${id}`} className="text-pretty font-medium text-sm hover:underline">
        {headlineOf(story)}
      </a>
      <TargetLine target={story} />
      <p className="text-pretty text-ink-soft text-sm">{reasons.join(' ')}</p>
      {canEdit ? (
        // The words that somebody selected stay selected.
        // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the buttons from taking the selection
        <div className="flex flex-wrap gap-1.5" onMouseDown={(event) => event.preventDefault()}>
          <Button
            size="small"
            onClick={() => apply(linkTo(editor.state, id, names), 'Select the words that shall carry the link first.')}
          >
            Link
          </Button>
          <Button
            size="small"
            onClick={() =>
              apply(insertBlock(editor.state, editor.schema.node('readMore', { articleId: id })), 'No card fits here.')
            }
          >
            Card
          </Button>
          <Button
            size="small"
            onClick={() => apply(addToRelated(editor.state, id), 'The related list is full, or has it already.')}
          >
            Related list
          </Button>
        </div>
      ) : null}
      <div className="absolute top-2 right-0">
        <IconButton label={`Not for this story: ${headlineOf(story)}`} icon={<X />} size="small" onClick={onTaken} />
      </div>
    </li>
  )
}

/** What somebody took or did not want is not offered again for this story, on this device. */
function useDismissed(articleId: string): [readonly string[], (ids: readonly string[]) => void] {
  const key = `standfirst-suggested-${articleId}`
  const [ids, setIds] = useState<readonly string[]>(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
    } catch {
      return []
    }
  })
  return [
    ids,
    (next) => {
      setIds(next)
      try {
        localStorage.setItem(key, JSON.stringify(next.slice(-100)))
      } catch {
        // A browser that keeps nothing offers it again next time.
      }
    },
  ]
}

function Waiting() {
  return (
    <div role="status" aria-label="Looking for related stories" className="flex flex-col gap-2">
      <Skeleton className="w-4/5" />
      <Skeleton className="w-3/5" />
    </div>
  )
}
