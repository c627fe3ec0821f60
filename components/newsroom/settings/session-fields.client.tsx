'use client'

import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { SESSION_BOUNDS, type SignInSettings } from '@/lib/settings/sign-in-settings'
import { SIGN_IN_WORDS } from '@/lib/settings/sign-in-words'
import { type SettingFields, SettingGroup } from './setting-group'

const FIELDS = [
  { name: 'idleHours', hint: 'Whoever does nothing for so long signs in again. 336 hours are 14 days.' },
  { name: 'absoluteDays', hint: 'Counted from signing in, whatever is done meanwhile.' },
] as const

/** How long people stay signed in. */
export function SessionFields({ values, put, problems }: SettingFields<SignInSettings>) {
  return (
    <SettingGroup title="Sessions" about="It holds at once, also for those who are signed in now.">
      {FIELDS.map(({ name, hint }) => (
        <Field key={name} label={SIGN_IN_WORDS[name]} error={problems[name]} hint={hint}>
          <Input
            type="number"
            inputMode="numeric"
            min={SESSION_BOUNDS[name].least}
            max={SESSION_BOUNDS[name].most}
            value={Number.isNaN(values[name]) ? '' : values[name]}
            onChange={(event) => put({ [name]: event.target.valueAsNumber })}
            className="max-w-32"
          />
        </Field>
      ))}
    </SettingGroup>
  )
}
