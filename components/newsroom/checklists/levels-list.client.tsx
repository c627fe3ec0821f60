'use client'

import { useRouter } from 'next/navigation'
import { useId, useOptimistic, useTransition } from 'react'
import { Select } from '@/components/ui/select.client'
import { notify } from '@/components/ui/toaster.client'
import { CHECKS, LEVELS, type Level } from '@/lib/checklists/checks'
import type { KeptChecklist, KeptLevel } from '@/lib/checklists/readers'
import { LEVEL_WORDS, type Weigh } from './checklist-actions'

/** The built-in checks and what the paper makes of each. A choice is saved at once. */
export function LevelsList({ checklist: { kind, levels }, weigh }: { checklist: KeptChecklist; weigh: Weigh }) {
  return (
    <section aria-labelledby="checks">
      <h2 id="checks" className="font-semibold text-base">
        Built-in checks
      </h2>
      <p className="mt-1 mb-4 text-pretty text-ink-soft text-sm">
        {kind === null ? 'For all kinds of stories.' : `For “${kind.name}”.`} A choice holds at once, for what is
        scheduled too.
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {levels.map((kept) => (
          <LevelRow key={kept.check} kept={kept} templateId={kind?.id ?? null} weigh={weigh} />
        ))}
      </ul>
    </section>
  )
}

function LevelRow({ kept, templateId, weigh }: { kept: KeptLevel; templateId: string | null; weigh: Weigh }) {
  const { check, own, inherited } = kept
  const { name, about } = CHECKS[check]
  const router = useRouter()
  const aboutId = useId()
  const [shown, setShown] = useOptimistic(own)
  const [isSaving, startTransition] = useTransition()

  function choose(level: Level | null) {
    startTransition(async () => {
      setShown(level)
      const result = await weigh({ templateId, check, level, seen: own })
      if (result.ok) notify.done(`${name}: ${LEVEL_WORDS[level ?? inherited].toLowerCase()}`)
      else notify.problem(result.problem.message)
      router.refresh()
    })
  }

  return (
    <li className="flex flex-col gap-x-6 gap-y-2 px-4 py-3 sm:flex-row sm:items-center">
      <div className="min-w-0 flex-1">
        <p className="font-medium text-sm">{name}</p>
        <p id={aboutId} className="text-pretty text-ink-soft text-sm">
          {about}
        </p>
      </div>
      <Select
        aria-label={name}
        aria-describedby={aboutId}
        aria-busy={isSaving || undefined}
        value={shown ?? ''}
        onChange={(event) => choose(event.target.value === '' ? null : (event.target.value as Level))}
        className="w-full shrink-0 sm:w-56"
      >
        <option value="">
          {templateId === null ? 'As built in' : 'As for all kinds'}: {LEVEL_WORDS[inherited].toLowerCase()}
        </option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {LEVEL_WORDS[level]}
          </option>
        ))}
      </Select>
    </li>
  )
}
