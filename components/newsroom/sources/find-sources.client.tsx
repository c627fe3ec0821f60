'use client'

import { SearchX } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { SourceActions } from './source-actions'
import { SourcesList } from './sources-list'

type Found = Extract<Awaited<ReturnType<SourceActions['find']>>, { ok: true }>['value']

/**
 * Looks for sources; what there is without looking is the children. What is looked for may be a name: it never stands in an address.
 */
export function FindSources({ find, children }: { find: SourceActions['find']; children: ReactNode }) {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    if (words.trim() === '') {
      showAll()
      return
    }
    setIsBusy(true)
    try {
      const result = await find({ words })
      setFound(result.ok ? result.value : null)
      setRefused(result.ok ? null : result.problem.message)
    } catch {
      setRefused('The server could not be reached. Try again.')
    }
    setIsBusy(false)
  }

  function showAll() {
    setWords('')
    setFound(null)
    setRefused(null)
  }

  return (
    <>
      <form aria-label="Search sources" onSubmit={submit} className="mb-6 flex flex-wrap items-end gap-2">
        <Field
          label="Search"
          hint="Code names; and names, where you are named."
          className="min-w-0 flex-1 basis-60 sm:max-w-md"
        >
          <Input
            type="search"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2 pb-[1.375rem]">
          <Button type="submit" busy={isBusy}>
            Search
          </Button>
          {found === null ? null : (
            <Button variant="quiet" onClick={showAll}>
              Show everything
            </Button>
          )}
        </div>
      </form>
      {refused === null ? null : (
        <Callout tone="danger" className="mb-6">
          {refused}
        </Callout>
      )}
      <p role="status" className={found === null ? 'sr-only' : 'mb-3 text-ink-soft text-sm'}>
        {found === null ? '' : sayFound(found)}
      </p>
      {found === null ? children : <Results found={found} />}
    </>
  )
}

function Results({ found: { sources } }: { found: Found }) {
  if (sources.length > 0) return <SourcesList sources={sources} />
  return (
    <EmptyState icon={<SearchX aria-hidden="true" />} title="No source is like this">
      Names are looked at only where you are named on the source. Try a part of the code name.
    </EmptyState>
  )
}

function sayFound({ sources, isCut }: Found): string {
  const count = sources.length === 1 ? '1 source' : `${sources.length} sources`
  return isCut ? `${count}. There may be more: use more words.` : count
}
