'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ArticleLines } from '@/components/newsroom/article-lines'
import { articlesHref } from '@/components/newsroom/articles-address'
import { LinkIfMay } from '@/components/newsroom/may.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { notify } from '@/components/ui/toaster.client'
import type { BylineMergePreview } from '@/lib/bylines/describe-byline-merge'
import type { ActionResult } from '@/lib/http/action'

type Merging<Value> = (input: { id: string; intoId: string }) => Promise<ActionResult<Value>>

type MergeBylineProps = {
  byline: { id: string; name: string; path: string }
  preview: Merging<BylineMergePreview>
  merge: Merging<void>
}

/** Asks which byline takes this one in, says what that touches, and does it. It cannot be undone, so it tells first. */
export function MergeByline(props: MergeBylineProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Merge into another</Button>
      {isOpen ? <MergeDialog {...props} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

function MergeDialog({ byline, preview: ask, merge, onClose }: MergeBylineProps & { onClose: () => void }) {
  const router = useRouter()
  const [into, setInto] = useState<ComboboxItem | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { preview, problem } = usePreview(ask, byline.id, into?.id ?? null)

  async function mergeNow() {
    if (into === null || isBusy) return
    setIsBusy(true)
    const result = await merge({ id: byline.id, intoId: into.id })
    setIsBusy(false)
    if (!result.ok) {
      setRefusal(result.problem.message)
      return
    }
    notify.done(`“${byline.name}” is part of “${into.label}” now`)
    router.push(`/desk/bylines/${into.id}`)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={`Merge “${byline.name}” into another byline`}
      description="For two names of one person. This one vanishes; the other gets its articles and its addresses."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="danger" busy={isBusy} disabled={preview === null} onClick={() => void mergeNow()}>
            Merge
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Merge into">
          <Combobox
            value={into}
            search={(words, signal) => findOthers(byline.id, words, signal)}
            placeholder="Find a byline"
            emptyText="There is no such byline."
            onChange={(item) => {
              setRefusal(null)
              setInto(item)
            }}
          />
        </Field>
        <div role="status">
          {preview === null || into === null ? null : (
            <Callout tone="warn" title="This cannot be undone">
              {sentencesOf(preview, into.label)} {byline.path} leads readers there from now on.
            </Callout>
          )}
        </div>
        {preview === null || preview.named.length === 0 ? null : (
          <section aria-label="What moves">
            <ArticleLines articles={preview.named} />
            {preview.articles <= preview.named.length ? null : (
              <LinkIfMay
                needs="article.read"
                href={articlesHref({ author: byline.id })}
                target="_blank"
                rel="noreferrer"
                className="mt-2 inline-block font-medium text-ink-soft text-sm underline hover:text-ink"
              >
                and {preview.articles - preview.named.length} more
              </LinkIfMay>
            )}
          </section>
        )}
        {(refusal ?? problem) ? <Callout tone="danger">{refusal ?? problem}</Callout> : null}
      </div>
    </Dialog>
  )
}

function sentencesOf({ articles, publicPages, both, takesLogin }: BylineMergePreview, into: string): string {
  const moved = `${articles} ${articles === 1 ? 'article' : 'articles'} (${publicPages} before readers now) ${articles === 1 ? 'carries' : 'carry'} “${into}” instead.`
  return [
    moved,
    'What is public keeps the old name until it is published again.',
    both === 0 ? '' : `${both} ${both === 1 ? 'carries' : 'carry'} both now, and will carry one.`,
    takesLogin ? `Whoever signs in under this name signs in under “${into}”.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

async function findOthers(ownId: string, words: string, signal: AbortSignal): Promise<ComboboxItem[]> {
  const answer = await fetch(`/api/bylines?${new URLSearchParams({ q: words })}`, { signal })
  if (!answer.ok) throw new Error('The bylines could not be read.')
  const { bylines } = (await answer.json()) as { bylines: { id: string; name: string; slug: string }[] }
  return bylines.filter(({ id }) => id !== ownId).map(({ id, name, slug }) => ({ id, label: name, detail: slug }))
}

/** What the merge would touch, asked anew for each choice. */
function usePreview(
  ask: MergeBylineProps['preview'],
  id: string,
  intoId: string | null,
): { preview: BylineMergePreview | null; problem: string | null } {
  const [answer, setAnswer] = useState<{ preview: BylineMergePreview | null; problem: string | null }>(NOTHING)
  useEffect(() => {
    setAnswer(NOTHING)
    if (intoId === null) return
    let isHere = true
    void ask({ id, intoId }).then((result) => {
      if (!isHere) return
      setAnswer(
        result.ok ? { preview: result.value, problem: null } : { preview: null, problem: result.problem.message },
      )
    })
    return () => {
      isHere = false
    }
  }, [ask, id, intoId])
  return answer
}

const NOTHING = { preview: null, problem: null }
