'use client'

import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { Spinner } from '@/components/ui/spinner'
import { type Choice, historyAddress } from './choice'
import type { ToldMoment } from './moments'

/** Any two versions: the older one and the newer one of the comparison. */
export function ChooseVersions({
  articleId,
  choice,
  moments,
  from,
  to,
}: {
  articleId: string
  choice: Choice
  moments: readonly ToldMoment[]
  from: string
  to: string
}) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const go = (next: { from: string; to: string }) =>
    startTransition(() => router.push(historyAddress(articleId, { ...choice, ...next }), { scroll: false }))

  return (
    <div className="grid min-w-0 flex-1 basis-80 grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-end gap-2">
      <Field label="Compare">
        <Select value={from} onChange={(event) => go({ from: event.currentTarget.value, to })}>
          <Options moments={moments} />
        </Select>
      </Field>
      <span className="flex h-9 items-center text-ink-faint touch:h-11">
        {isPending ? <Spinner /> : <ArrowRight aria-hidden="true" className="size-4" />}
      </span>
      <Field label="With">
        <Select value={to} onChange={(event) => go({ from, to: event.currentTarget.value })}>
          <Options moments={moments} />
        </Select>
      </Field>
      <span role="status" className="sr-only">
        {isPending ? 'Comparing…' : ''}
      </span>
    </div>
  )
}

function Options({ moments }: { moments: readonly ToldMoment[] }) {
  return (
    <>
      <option value="now">Now</option>
      {moments.toReversed().map(({ id, title, when }) => (
        <option key={id} value={id}>
          {title} · {when}
        </option>
      ))}
    </>
  )
}
