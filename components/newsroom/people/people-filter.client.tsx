'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useOptimistic, useTransition } from 'react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Link } from '@/components/ui/link'
import { Select } from '@/components/ui/select.client'
import { Spinner } from '@/components/ui/spinner'
import type { PeopleFactor, PeopleSeen } from '@/lib/people/people-filter'
import { isPeopleFiltered, type PeopleQuery, peopleHref } from './people-query'

type PeopleFilterProps = {
  query: PeopleQuery
  roles: readonly { id: string; name: string }[]
  desks: readonly { id: string; name: string }[]
}

const SEEN_WORDS: Record<PeopleSeen, string> = {
  week: 'Seen this week',
  month: 'Not for 30 days',
  quarter: 'Not for 90 days',
  never: 'Never seen',
}

const FACTOR_WORDS: Record<PeopleFactor, string> = {
  app: 'Codes of an app',
  passkey: 'A passkey',
  none: 'No second factor',
}

/** A GET form: each state of it is a link. A choice goes by itself, words when they are sent. */
export function PeopleFilter({ query, roles, desks }: PeopleFilterProps) {
  const router = useRouter()
  const [isGoing, startTransition] = useTransition()
  const [wanted, want] = useOptimistic(query)

  function go(change: Partial<PeopleQuery>) {
    const next = { ...wanted, ...change, cursor: undefined }
    startTransition(() => {
      want(next)
      router.push(peopleHref(next), { scroll: false })
    })
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    go({ words: words || undefined })
  }

  const choices = [
    { name: 'role', label: 'Role', all: 'All roles', of: roles.map(({ id, name }) => [id, name]) },
    {
      name: 'desk',
      label: 'Desk',
      all: 'All desks',
      of: [...desks.map(({ id, name }) => [id, name]), ['none', 'At no desk']],
    },
    { name: 'seen', label: 'Last seen', all: 'Any time', of: Object.entries(SEEN_WORDS) },
    { name: 'factor', label: 'Second factor', all: 'Any factor', of: Object.entries(FACTOR_WORDS) },
  ] as const

  return (
    <form
      action="/admin/people"
      onSubmit={submit}
      className="mb-3 grid grid-cols-2 gap-2 md:grid-cols-[minmax(0,1fr)_repeat(4,minmax(0,9rem))_auto]"
    >
      {wanted.state ? <input type="hidden" name="state" value={wanted.state} /> : null}
      <Field label="Search people" hideLabel className="max-md:col-span-2">
        <Input
          type="search"
          name="words"
          key={query.words ?? ''}
          defaultValue={query.words ?? ''}
          placeholder="Name or e-mail"
          autoComplete="off"
          maxLength={200}
          icon={isGoing ? <Spinner /> : <Search aria-hidden="true" />}
        />
      </Field>
      {choices.map(({ name, label, all, of }) => (
        <Field key={name} label={label} hideLabel>
          <Select
            name={name}
            value={wanted[name] ?? ''}
            onChange={(event) => go({ [name]: event.target.value || undefined })}
          >
            <option value="">{all}</option>
            {of.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button type="submit" className="max-md:col-span-2">
        Search
      </Button>
      {isPeopleFiltered(wanted) ? (
        <div className="col-span-full">
          <Link
            href="/admin/people"
            className="inline-block font-medium text-ink-soft text-sm underline hover:text-ink touch:min-h-11 touch:content-center"
          >
            Clear all filters
          </Link>
        </div>
      ) : null}
    </form>
  )
}
