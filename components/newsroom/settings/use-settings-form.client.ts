'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useClash } from '@/components/newsroom/clash/use-clash.client'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'

type Changed<Values> = { kind: 'saved' } | { kind: 'clash'; standing: Values; by: string }

/** Saves a group of settings. */
export type ChangeSettingsOf<Values> = (input: Values & { seen: Values }) => Promise<ActionResult<Changed<Values>>>

/** Settings are compared one by one, with what the person saw: they have no version. */
const NO_VERSION = 0

/**
 * A form of settings. What was typed stays where it was, whatever the server says.
 * @param done what is said once they are saved
 * @param besides fields of the form that are none of the settings
 */
export function useSettingsForm<Values extends object>(
  opened: Values,
  change: ChangeSettingsOf<Values>,
  done = 'Saved. Readers’ pages say so from now on.',
  besides: readonly string[] = [],
) {
  const router = useRouter()
  const { values, base, clash, put, bringIn, decide } = useClash(opened, NO_VERSION)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  // The button is at the end of a long page: what is wrong may be out of sight.
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problem])
  const { sentence, of } = problemParts(problem, [...Object.keys(opened), ...besides])
  const isUndecided = (clash?.asked.length ?? 0) > 0

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy || isUndecided) return
    setIsBusy(true)
    const result = await change({ ...values, seen: base.values })
    setIsBusy(false)
    setProblem(result.ok ? null : result.problem)
    if (!result.ok) return
    if (result.value.kind === 'clash') {
      bringIn({ ...result.value, version: NO_VERSION })
      return
    }
    notify.done(done)
    router.refresh()
  }

  return {
    form,
    values,
    put,
    problems: of,
    sentence,
    clash,
    decide,
    isBusy,
    canSave: !isUndecided && JSON.stringify(values) !== JSON.stringify(base.values),
    submit,
  }
}

export type SettingsFormState<Values extends object> = ReturnType<typeof useSettingsForm<Values>>
