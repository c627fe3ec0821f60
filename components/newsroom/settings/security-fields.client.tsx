'use client'

import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { SETTING_WORDS } from '@/lib/settings/setting-words'
import { type SettingFields, SettingGroup } from './setting-group'

/** Whom to tell of a hole in the site. */
export function SecurityFields({ values, put, problems }: SettingFields) {
  return (
    <SettingGroup title="Security">
      <Field
        label={SETTING_WORDS.securityContact}
        error={problems.securityContact}
        hint="An e-mail address, or a page that begins with https://. Whoever finds a hole in the site looks for it at /.well-known/security.txt. Empty: there is no such file."
      >
        <Input
          maxLength={254}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={values.securityContact}
          onChange={(event) => put({ securityContact: event.target.value })}
        />
      </Field>
    </SettingGroup>
  )
}
