'use client'

import { SettingGroup } from '@/components/newsroom/settings/setting-group'
import { SettingsFrame } from '@/components/newsroom/settings/settings-frame.client'
import { type ChangeSettingsOf, useSettingsForm } from '@/components/newsroom/settings/use-settings-form.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { PRIVACY_BOUNDS, type PrivacySettings } from '@/lib/settings/privacy-settings'
import { PRIVACY_WORDS } from '@/lib/settings/privacy-words'

const FIELDS = [
  { name: 'mailDays', hint: 'Counted from when a mail was written. What waits to be sent stays.' },
  {
    name: 'reportDays',
    hint: 'Readers are told this number where they leave an address. Who was told fewer days before is kept to those.',
  },
  {
    name: 'networkDays',
    hint: 'Of devices that people of the newsroom sign in on. A session’s own goes when the session ends.',
  },
] as const

type RetentionFormProps = { settings: PrivacySettings; change: ChangeSettingsOf<PrivacySettings> }

/** How long what is somebody’s own is kept. */
export function RetentionForm({ settings, change }: RetentionFormProps) {
  const form = useSettingsForm(settings, change, 'Saved. What is too old goes within the hour.')
  const { values, put, problems } = form
  return (
    <SettingsFrame form={form} labels={PRIVACY_WORDS} inWords={(name, each) => String(each[name])} save="Save the days">
      <SettingGroup title="How long things are kept" about="What is older is removed by itself, every hour.">
        {FIELDS.map(({ name, hint }) => (
          <Field key={name} label={PRIVACY_WORDS[name]} error={problems[name]} hint={hint}>
            <Input
              type="number"
              inputMode="numeric"
              min={PRIVACY_BOUNDS[name].least}
              max={PRIVACY_BOUNDS[name].most}
              value={Number.isNaN(values[name]) ? '' : values[name]}
              onChange={(event) => put({ [name]: event.target.valueAsNumber })}
              className="max-w-32"
            />
          </Field>
        ))}
      </SettingGroup>
    </SettingsFrame>
  )
}
