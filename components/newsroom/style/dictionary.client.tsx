'use client'

import { BookA, Search, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import type { ListedWord } from '@/lib/house-style/readers'
import type { DictionaryActions } from './style-actions'

/** More than that is searched for, not read. */
const MOST_SHOWN = 500

/** The words that browsers should not mark as misspelt: names of people and places above all. */
export function Dictionary({ words, actions }: { words: readonly ListedWord[]; actions: DictionaryActions }) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase('en')
  const shown = words.filter(({ word }) => word.toLocaleLowerCase('en').includes(wanted))

  return (
    <div className="grid items-start gap-8 md:grid-cols-[20rem_1fr]">
      <AddForm add={actions.add} />
      <section aria-label="Words" className="min-w-0">
        {words.length === 0 ? (
          <EmptyState
            icon={<BookA aria-hidden="true" />}
            title="No words yet"
            className="rounded-lg border border-line"
          >
            Names of people and places that browsers mark as misspelt belong here.
          </EmptyState>
        ) : (
          <Input
            type="search"
            aria-label="Search words"
            placeholder="Search"
            icon={<Search aria-hidden="true" />}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="mb-3 w-full sm:w-64"
          />
        )}
        <p role="status" className="sr-only">
          {search === '' ? '' : `${shown.length} of ${words.length} words`}
        </p>
        {words.length > 0 && shown.length === 0 ? (
          <p className="py-6 text-ink-soft text-sm">No word has “{search}” in it.</p>
        ) : null}
        <ul className="flex flex-wrap gap-2">
          {shown.slice(0, MOST_SHOWN).map((word) => (
            <Word key={word.id} word={word} remove={actions.remove} />
          ))}
        </ul>
        {shown.length > MOST_SHOWN ? (
          <p className="mt-3 text-ink-faint text-sm">And {shown.length - MOST_SHOWN} more. Search for one.</p>
        ) : null}
      </section>
    </div>
  )
}

function AddForm({ add }: { add: DictionaryActions['add'] }) {
  const router = useRouter()
  const [words, setWords] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    const result = await add({ words })
    setIsBusy(false)
    if (!result.ok) {
      setError(result.problem.message)
      return
    }
    setError(undefined)
    setWords('')
    router.refresh()
    notify.done(saysAdded(result.value.added))
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3">
      <Field
        label="Add words"
        hint="One to a line. A name also stands for itself with an apostrophe and an s."
        error={error}
        className="w-full"
      >
        <Textarea
          rows={5}
          value={words}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" busy={isBusy}>
        Add to the dictionary
      </Button>
    </form>
  )
}

function saysAdded(added: number): string {
  if (added === 0) return 'These were in the dictionary already.'
  return added === 1 ? 'One word is new.' : `${added} words are new.`
}

function Word({ word: { id, word }, remove }: { word: ListedWord; remove: DictionaryActions['remove'] }) {
  const router = useRouter()

  async function takeOut() {
    const result = await remove({ id })
    if (!result.ok) {
      notify.problem(result.problem.message)
      return
    }
    router.refresh()
    notify.done(`“${word}” is out of the dictionary.`)
  }

  return (
    <li className="flex items-center rounded-md border border-line bg-raised pl-2.5 text-sm">
      <span className="break-all">{word}</span>
      <IconButton
        label={`Take “${word}” out`}
        size="small"
        icon={<X aria-hidden="true" className="size-3.5" />}
        onClick={() => void takeOut()}
      />
    </li>
  )
}
