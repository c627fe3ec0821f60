'use client'

import type { ReactNode } from 'react'
import { ClashNotes } from '@/components/newsroom/clash/clash-notes.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import type { SettingsFormState } from './use-settings-form.client'

type SettingsFrameProps<Values extends object> = {
  form: SettingsFormState<Values>
  /** What the settings are called. */
  labels: Record<keyof Values & string, string>
  inWords: (name: keyof Values & string, values: Values) => string
  /** What the button says. */
  save: string
  children: ReactNode
}

/** What stands around the fields of a form of settings: what is wrong, who else changed it, and the button. */
export function SettingsFrame<Values extends object>({
  form: { form, submit, sentence, clash, values, decide, isBusy, canSave },
  labels,
  inWords,
  save,
  children,
}: SettingsFrameProps<Values>) {
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex min-w-0 flex-col gap-10">
      {sentence === null ? null : <Callout tone="danger">{sentence}</Callout>}
      <ClashNotes
        clash={clash}
        values={values}
        labels={labels}
        inWords={(name, each) => inWords(name, each) || 'Nothing'}
        onDecide={decide}
      />
      {children}
      <Button type="submit" variant="primary" busy={isBusy} disabled={!canSave} className="self-start">
        {save}
      </Button>
    </form>
  )
}
