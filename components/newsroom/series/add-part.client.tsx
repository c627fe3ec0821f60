'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { findArticleItems } from '@/components/editor/linking/article-items'
import { Button } from '@/components/ui/button.client'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import type { PartActions } from './series-actions'

type AddPartProps = {
  seriesId: string
  /** Articles that are parts already: not offered again. */
  takenIds: readonly string[]
  add: PartActions['add']
}

/** Finds an article by its headline and makes it the last part. */
export function AddPart({ seriesId, takenIds, add }: AddPartProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState<ComboboxItem | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    if (chosen === null) {
      setRefused('Choose an article.')
      return
    }
    setIsBusy(true)
    const result = await add({ seriesId, articleId: chosen.id })
    setIsBusy(false)
    setRefused(result.ok ? null : result.problem.message)
    if (!result.ok) return
    setChosen(null)
    router.refresh()
  }

  async function search(words: string, signal: AbortSignal): Promise<ComboboxItem[]> {
    const found = await findArticleItems(words, '', signal)
    return found.filter(({ id }) => !takenIds.includes(id))
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <Field label="Add an article" error={refused} className="min-w-56 flex-1">
        <Combobox
          value={chosen}
          search={search}
          onChange={(item) => {
            setChosen(item)
            setRefused(null)
          }}
          placeholder="Find by headline"
          emptyText="No other article has these words in its headline."
        />
      </Field>
      <Button type="submit" busy={isBusy} className="mt-7">
        Add
      </Button>
    </form>
  )
}
