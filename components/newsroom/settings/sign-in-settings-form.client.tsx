'use client'

import { useRef, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import type { SignInSettings } from '@/lib/settings/sign-in-settings'
import { SIGN_IN_WORDS, signInSettingInWords } from '@/lib/settings/sign-in-words'
import { OidcFields, type TestConnectionOf } from './oidc-fields.client'
import { SessionFields } from './session-fields.client'
import { SettingGroup } from './setting-group'
import { SettingsFrame } from './settings-frame.client'
import { type ChangeSettingsOf, useSettingsForm } from './use-settings-form.client'

type Changed = Awaited<ReturnType<ChangeSettingsOf<SignInSettings>>>

type SignInSettingsFormProps = {
  settings: SignInSettings
  hasSecret: boolean
  /** The address that the sign-in service has to know. */
  callback: string
  change: (input: SignInSettings & { oidcSecret: string; seen: SignInSettings }) => Promise<Changed>
  test: TestConnectionOf
}

/** How people sign in, on one form. The client secret is typed beside it: it goes one way only. */
export function SignInSettingsForm({ settings, hasSecret, callback, change, test }: SignInSettingsFormProps) {
  const [secret, setSecret] = useState('')
  const isKept = useRef(hasSecret)
  const form = useSettingsForm<SignInSettings>(settings, keepSecret, 'Saved. It holds from now on.', ['oidcSecret'])
  const { values, put, problems } = form

  async function keepSecret(input: SignInSettings & { seen: SignInSettings }): Promise<Changed> {
    const result = await change({ ...input, oidcSecret: secret })
    if (result.ok && result.value.kind === 'saved') {
      if (secret !== '') isKept.current = true
      setSecret('')
    }
    return result
  }

  return (
    <SettingsFrame
      form={{ ...form, canSave: form.canSave || (secret !== '' && (form.clash?.asked.length ?? 0) === 0) }}
      labels={SIGN_IN_WORDS}
      inWords={signInSettingInWords}
      save="Save the settings"
    >
      <OidcFields
        {...{ values, put, problems, callback, test, secret }}
        putSecret={setSecret}
        hasSecret={isKept.current}
      />
      <SettingGroup title="Sign-in by mail" about="A link that works once, for 10 minutes, in the browser that asked.">
        <Checkbox
          label="People may have a link mailed to them that signs them in"
          hint="Whoever reads somebody’s mail can sign in as them, as with a forgotten password. A second factor is still asked for."
          checked={values.linkOn}
          onChange={(event) => put({ linkOn: event.target.checked })}
        />
      </SettingGroup>
      <SessionFields {...{ values, put, problems }} />
    </SettingsFrame>
  )
}
