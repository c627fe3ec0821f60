'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { notify } from '@/components/ui/toaster.client'
import type { MergePreview } from '@/lib/shelves/describe-merge'
import type { KeptShelf } from '@/lib/shelves/list-kept-shelves'
import type { ShelfKind } from '@/lib/shelves/shelf'
import { MovedArticles } from './moved-articles'
import type { ShelfActions } from './shelf-actions'
import { counted, SHELF_WORDS } from './shelf-words'

type MergeDialogProps = {
  kind: ShelfKind
  shelf: KeptShelf
  shelves: readonly KeptShelf[]
  merging: NonNullable<ShelfActions['merging']>
  onClose: () => void
}

/** Asks which one takes this one in, says what that touches, and does it. It cannot be undone, so it tells first. */
export function MergeDialog({ kind, shelf, shelves, merging, onClose }: MergeDialogProps) {
  const router = useRouter()
  const [into, setInto] = useState<ComboboxItem | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { preview, problem } = usePreview(merging, shelf.id, into?.id ?? null)
  const { one } = SHELF_WORDS[kind]

  async function merge() {
    if (into === null || isBusy) return
    setIsBusy(true)
    const result = await merging.merge({ id: shelf.id, intoId: into.id })
    setIsBusy(false)
    if (!result.ok) {
      setRefusal(result.problem.message)
      return
    }
    onClose()
    router.refresh()
    notify.done(`“${shelf.name}” is part of “${into.label}” now`)
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      isSticky
      title={`Merge “${shelf.name}” into another ${one}`}
      description={`“${shelf.name}” vanishes. Its names become other names of the one that stays.`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="danger" busy={isBusy} disabled={preview === null} onClick={() => void merge()}>
            Merge
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Merge into">
          <Combobox
            items={shelves.filter(({ id }) => id !== shelf.id).map((other) => itemOf(other, shelves))}
            value={into}
            placeholder={`Find a ${one}`}
            emptyText={`There is no such ${one}.`}
            onChange={(item) => {
              setRefusal(null)
              setInto(item)
            }}
          />
        </Field>
        <div role="status">
          {preview === null || into === null ? null : (
            <Callout tone="warn" title="This cannot be undone">
              {sentenceOf(preview, into.label, kind)} {SHELF_WORDS[kind].prefix}
              {shelf.slug} leads readers there from now on.
            </Callout>
          )}
        </div>
        {preview === null ? null : <MovedArticles kind={kind} shelfId={shelf.id} preview={preview} />}
        {(refusal ?? problem) ? <Callout tone="danger">{refusal ?? problem}</Callout> : null}
      </div>
    </Dialog>
  )
}

function itemOf({ id, name, parentId }: KeptShelf, shelves: readonly KeptShelf[]): ComboboxItem {
  const parent = shelves.find((shelf) => shelf.id === parentId)
  return { id, label: name, detail: parent === undefined ? undefined : `In ${parent.name}` }
}

function sentenceOf({ articles, publicPages, children }: MergePreview, into: string, kind: ShelfKind): string {
  const moved = `${counted(articles, 'article')} (${publicPages} before readers now)`
  const below = children === 0 ? '' : ` and ${counted(children, SHELF_WORDS[kind].one)} below it`
  return `${moved}${below} ${articles + children === 1 ? 'moves' : 'move'} to “${into}”.`
}

/** What the merge would touch, asked anew for each choice. */
function usePreview(
  { preview: ask }: MergeDialogProps['merging'],
  id: string,
  intoId: string | null,
): { preview: MergePreview | null; problem: string | null } {
  const [answer, setAnswer] = useState<{ preview: MergePreview | null; problem: string | null }>(NOTHING)
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
