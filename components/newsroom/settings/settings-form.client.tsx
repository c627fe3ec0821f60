'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ClashNotes } from '@/components/newsroom/clash/clash-notes.client'
import { useClash } from '@/components/newsroom/clash/use-clash.client'
import { problemParts } from '@/components/newsroom/people/problem-parts'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { Problem } from '@/lib/http/answers'
import type { Settings } from '@/lib/settings/paper-settings'
import { SETTING_WORDS, settingInWords } from '@/lib/settings/setting-words'
import type { TimeZoneItem } from '@/lib/settings/time-zones'
import { AiFields } from './ai-fields.client'
import { FeedFields } from './feed-fields.client'
import { PaperFields } from './paper-fields.client'
import { SecurityFields } from './security-fields.client'

type Changed = { kind: 'saved' } | { kind: 'clash'; standing: Settings; by: string }

type SettingsFormProps = {
  settings: Settings
  timeZones: readonly TimeZoneItem[]
  change: (input: Settings & { seen: Settings }) => Promise<ActionResult<Changed>>
}

/** Settings are compared one by one, with what the person saw: they have no version. */
const NO_VERSION = 0

/** Everything that the paper says of itself, on one form. What was typed stays where it was, whatever the server says. */
export function SettingsForm({ settings, timeZones, change }: SettingsFormProps) {
  const router = useRouter()
  const { values, base, clash, put, bringIn, decide } = useClash(settings, NO_VERSION)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const form = useRef<HTMLFormElement>(null)
  // The button is at the end of a long page: what is wrong may be out of sight.
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [problem])
  const { sentence, of } = problemParts(problem, Object.keys(settings))
  const isUndecided = (clash?.asked.length ?? 0) > 0
  const isAsItWas = JSON.stringify(values) === JSON.stringify(base.values)

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
    notify.done('Saved. Readers’ pages say so from now on.')
    router.refresh()
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-10">
      {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
      <ClashNotes
        clash={clash}
        values={values}
        labels={SETTING_WORDS}
        inWords={(name, { [name]: value }) => settingInWords(name, value) || 'Nothing'}
        onDecide={decide}
      />
      <PaperFields values={values} put={put} problems={of} timeZones={timeZones} />
      <FeedFields values={values} put={put} problems={of} />
      <AiFields values={values} put={put} problems={of} />
      <SecurityFields values={values} put={put} problems={of} />
      <Button type="submit" variant="primary" busy={isBusy} disabled={isAsItWas || isUndecided} className="self-start">
        Save the settings
      </Button>
    </form>
  )
}
