'use client'

import type { Settings } from '@/lib/settings/paper-settings'
import { SETTING_WORDS, settingInWords } from '@/lib/settings/setting-words'
import type { TimeZoneItem } from '@/lib/settings/time-zones'
import { AiFields } from './ai-fields.client'
import { FeedFields } from './feed-fields.client'
import { PaperFields } from './paper-fields.client'
import { RepublishFields } from './republish-fields.client'
import { SecurityFields } from './security-fields.client'
import { SettingsFrame } from './settings-frame.client'
import { type ChangeSettingsOf, useSettingsForm } from './use-settings-form.client'

type SettingsFormProps = {
  settings: Settings
  timeZones: readonly TimeZoneItem[]
  change: ChangeSettingsOf<Settings>
}

/** Everything that the paper says of itself, on one form. */
export function SettingsForm({ settings, timeZones, change }: SettingsFormProps) {
  const form = useSettingsForm(settings, change)
  return (
    <SettingsFrame
      form={form}
      labels={SETTING_WORDS}
      inWords={(name, { [name]: value }) => settingInWords(name, value)}
      save="Save the settings"
    >
      <PaperFields {...form} timeZones={timeZones} />
      <FeedFields {...form} />
      <AiFields {...form} />
      <RepublishFields {...form} />
      <SecurityFields {...form} />
    </SettingsFrame>
  )
}
