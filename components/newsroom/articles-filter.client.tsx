'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useOptimistic, useRef, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button.client'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Kbd } from '@/components/ui/kbd'
import { Select } from '@/components/ui/select.client'
import { Spinner } from '@/components/ui/spinner'
import { articlesHref } from './articles-address'
import type { ArticlesQuery } from './articles-query'
import { StateLinks } from './state-links.client'

const SEARCH_AFTER_MILLISECONDS = 350

/** A GET form: each state of it is a link. It goes by itself when something is chosen or typing pauses. */
export function ArticlesFilter({
  query,
  sections,
  author,
  topic,
}: {
  query: ArticlesQuery
  sections: { id: string; name: string }[]
  author: ComboboxItem | null
  /** The name of the topic to which the list is narrowed; null where it is not, or where that topic is gone. */
  topic: string | null
}) {
  const router = useRouter()
  const [isGoing, startTransition] = useTransition()
  const [words, setWords] = useState(query.words ?? '')
  const input = useRef<HTMLInputElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  // What was asked for last, until the page that shows it is there: a second choice builds on the first.
  const [wanted, want] = useOptimistic({ query, author })

  useSlashToFocus(input)
  useEffect(() => () => clearTimeout(pause.current), [])
  // Somebody went back, or cleared the filter: the words follow the address, but never while they are being typed.
  useEffect(() => {
    if (document.activeElement !== input.current) setWords(wanted.query.words ?? '')
  }, [wanted.query.words])

  function go(change: Partial<ArticlesQuery>, nextAuthor: ComboboxItem | null = wanted.author) {
    stopPause()
    const next = { ...wanted.query, words: words.trim() || undefined, ...change, cursor: undefined }
    startTransition(() => {
      want({ query: next, author: nextAuthor })
      router.push(articlesHref(next), { scroll: false })
    })
  }

  function stopPause() {
    clearTimeout(pause.current)
    pause.current = undefined
  }

  function type(next: string) {
    setWords(next)
    stopPause()
    pause.current = setTimeout(() => go({ words: next.trim() || undefined }), SEARCH_AFTER_MILLISECONDS)
  }

  /** Before whatever was pressed instead is done: it comes last, and so it counts. */
  function leave() {
    if (pause.current !== undefined) go({})
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    go({})
  }

  return (
    <div className="mb-5 space-y-2 md:mb-3">
      <form
        action="/desk/articles"
        onSubmit={submit}
        className="grid grid-cols-2 gap-2 md:grid-cols-[minmax(0,1fr)_11rem_13rem]"
      >
        {wanted.query.desk ? <input type="hidden" name="desk" value={wanted.query.desk} /> : null}
        {wanted.query.look ? <input type="hidden" name="look" value={wanted.query.look} /> : null}
        {wanted.query.topic ? <input type="hidden" name="topic" value={wanted.query.topic} /> : null}
        {wanted.query.state ? <input type="hidden" name="state" value={wanted.query.state} /> : null}
        <Field label="Search articles" hideLabel className="max-md:col-span-2">
          <Input
            ref={input}
            type="search"
            name="words"
            value={words}
            onChange={(event) => type(event.target.value)}
            onBlur={leave}
            placeholder="Search headlines and text"
            autoComplete="off"
            maxLength={200}
            icon={isGoing ? <Spinner /> : <Search aria-hidden="true" />}
            suffix={<Kbd className="max-md:hidden">/</Kbd>}
            aria-keyshortcuts="/"
          />
        </Field>
        <Field label="Section" hideLabel>
          <Select
            name="section"
            value={wanted.query.section ?? ''}
            onChange={(event) => go({ section: event.target.value || undefined })}
          >
            <option value="">All sections</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Author" hideLabel>
          <Combobox
            name="author"
            value={wanted.author}
            onChange={(item) => go({ author: item?.id }, item)}
            search={findBylines}
            placeholder="Anyone"
            emptyText="Nobody of that name."
          />
        </Field>
      </form>
      {wanted.query.topic ? (
        <p className="flex flex-wrap items-center gap-2 text-ink-soft text-sm">
          {topic === null ? 'A topic that does not exist any more' : <span>Under the topic “{topic}”</span>}
          <Button size="small" variant="quiet" onClick={() => go({ topic: undefined })}>
            Any topic
          </Button>
        </p>
      ) : null}
      <StateLinks query={wanted.query} onChoose={go} />
    </div>
  )
}

/** The key that people know from everywhere, unless they are typing a slash. */
function useSlashToFocus(input: { current: HTMLInputElement | null }) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [input])
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

async function findBylines(words: string, signal: AbortSignal): Promise<ComboboxItem[]> {
  const answer = await fetch(`/api/bylines?${new URLSearchParams({ q: words })}`, { signal })
  if (!answer.ok) throw new Error('The bylines could not be read.')
  const { bylines } = (await answer.json()) as { bylines: { id: string; name: string }[] }
  return bylines.map(({ id, name }) => ({ id, label: name }))
}
