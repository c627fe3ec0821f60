'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { Choices } from '@/components/ui/choices'
import { CopyField } from '@/components/ui/copy-field.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import type { ActionResult } from '@/lib/http/action'
import type { SignInSettings } from '@/lib/settings/sign-in-settings'
import { SIGN_IN_WORDS } from '@/lib/settings/sign-in-words'
import { type SettingFields, SettingGroup } from './setting-group'

export type TestConnectionOf = (input: {
  oidcIssuer: string
}) => Promise<ActionResult<{ isOk: boolean; words: string }>>

type OidcFieldsProps = SettingFields<SignInSettings> & {
  callback: string
  test: TestConnectionOf
  secret: string
  putSecret: (secret: string) => void
  hasSecret: boolean
}

/** The sign-in service of somebody else, by OpenID Connect, and who may still use a password beside it. */
export function OidcFields({ values, put, problems, callback, test, secret, putSecret, hasSecret }: OidcFieldsProps) {
  const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const
  return (
    <SettingGroup
      title="Single sign-on"
      about="People sign in with an account that they have elsewhere, by OpenID Connect. It lets in those alone who stand under People, whom it knows by their verified e-mail address."
    >
      <Checkbox
        label="Offer single sign-on"
        checked={values.oidcOn}
        onChange={(event) => put({ oidcOn: event.target.checked })}
      />
      <CopyField
        label="Callback address"
        value={callback}
        copyLabel="Copy the callback address"
        hint="Register it with the service, which may call it the redirect URI. It has to be exactly this."
      />
      <Field label={SIGN_IN_WORDS.oidcName} error={problems.oidcName} hint="“Sign in with …”">
        <Input {...plain} value={values.oidcName} onChange={(event) => put({ oidcName: event.target.value })} />
      </Field>
      <Field
        label={SIGN_IN_WORDS.oidcIssuer}
        error={problems.oidcIssuer}
        hint="The address by which the service calls itself. It begins with https://."
      >
        <Input
          {...plain}
          inputMode="url"
          value={values.oidcIssuer}
          onChange={(event) => put({ oidcIssuer: event.target.value })}
        />
      </Field>
      <ConnectionTest issuer={values.oidcIssuer} test={test} />
      <Field label={SIGN_IN_WORDS.oidcClientId} error={problems.oidcClientId}>
        <Input {...plain} value={values.oidcClientId} onChange={(event) => put({ oidcClientId: event.target.value })} />
      </Field>
      <Field
        label="Client secret"
        error={problems.oidcSecret}
        hint={
          hasSecret
            ? 'One is kept, and is never shown. Type another one to replace it.'
            : 'It is kept sealed, for this issuer and client ID alone, and is never shown again.'
        }
      >
        <Input
          type="password"
          autoComplete="new-password"
          value={secret}
          onChange={(event) => putSecret(event.target.value)}
        />
      </Field>
      <Choices
        label={SIGN_IN_WORDS.passwords}
        isLabelShown
        value={values.passwords}
        onChange={(passwords) => put({ passwords })}
        choices={[
          {
            value: 'everybody',
            name: 'Passwords stay',
            about: 'Everybody may use either, also while the service is down.',
          },
          {
            value: 'administrators',
            name: 'Passwords for administrators only',
            about:
              'Everybody else comes through single sign-on while it is on. Administrators keep theirs, so that somebody can always get in.',
          },
        ]}
      />
    </SettingGroup>
  )
}

/** Asks what the service says of itself, and shows what is wrong with it. */
function ConnectionTest({ issuer, test }: { issuer: string; test: TestConnectionOf }) {
  const [isBusy, setIsBusy] = useState(false)
  const [result, setResult] = useState<{ isOk: boolean; words: string } | null>(null)

  async function ask() {
    setIsBusy(true)
    const answer = await test({ oidcIssuer: issuer.trim() })
    setIsBusy(false)
    setResult(answer.ok ? answer.value : { isOk: false, words: answer.problem.message })
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button type="button" size="small" busy={isBusy} onClick={ask}>
        Test the connection
      </Button>
      <div role="status" className="w-full empty:hidden">
        {result === null ? null : <Callout tone={result.isOk ? 'info' : 'warn'}>{result.words}</Callout>}
      </div>
    </div>
  )
}
