'use client'

import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { LOOKS, type Look } from '@/lib/outside-links/look'
import { type LinksQuery, linksHref } from './links-query'

const LOOK_WORDS: Record<Look, string> = { broken: 'Dead and failing', uncheckable: 'Cannot be checked' }

/** A GET form that goes by itself when something is chosen: each state of it is a link. */
export function LinksFilter({ query, sections }: { query: LinksQuery; sections: { id: string; name: string }[] }) {
  const router = useRouter()
  const [, startTransition] = useTransition()
  const [wanted, want] = useOptimistic(query)

  function go(change: Partial<LinksQuery>) {
    const next = { ...wanted, ...change, cursor: undefined }
    startTransition(() => {
      want(next)
      router.push(linksHref(next), { scroll: false })
    })
  }

  return (
    <form action="/desk/reports/links" className="mb-6 grid gap-2 sm:grid-cols-[13rem_13rem]">
      <Field label="Show" hideLabel>
        <Select
          name="look"
          value={wanted.look ?? 'broken'}
          onChange={({ target }) => go({ look: LOOKS.find((look) => look === target.value && look !== 'broken') })}
        >
          {LOOKS.map((look) => (
            <option key={look} value={look}>
              {LOOK_WORDS[look]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Section" hideLabel>
        <Select
          name="section"
          value={wanted.section ?? ''}
          onChange={({ target }) => go({ section: target.value || undefined })}
        >
          <option value="">All sections</option>
          {sections.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </form>
  )
}
