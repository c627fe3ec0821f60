'use client'

import { PictureField } from '@/components/newsroom/picture-field.client'
import { SettingGroup } from '@/components/newsroom/settings/setting-group'
import { SettingsFrame } from '@/components/newsroom/settings/settings-frame.client'
import { type ChangeSettingsOf, useSettingsForm } from '@/components/newsroom/settings/use-settings-form.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Textarea } from '@/components/ui/textarea.client'
import type { BylineValues } from '@/lib/bylines/byline'
import { BYLINE_WORDS, bylineInWords } from './byline-words'

type BylineFormProps = {
  id: string
  values: BylineValues
  change: (
    input: Parameters<ChangeSettingsOf<BylineValues>>[0] & { id: string },
  ) => ReturnType<ChangeSettingsOf<BylineValues>>
}

/** What the page of a byline says of whoever it is. */
export function BylineForm({ id, values: opened, change }: BylineFormProps) {
  const form = useSettingsForm(opened, (input) => change({ ...input, id }))
  const { values, put, problems } = form
  return (
    <SettingsFrame form={form} labels={BYLINE_WORDS} inWords={bylineInWords} save="Save the byline">
      <SettingGroup title="Who it is">
        <Field
          label={BYLINE_WORDS.name}
          error={problems.name}
          hint="As it stands above articles. What is public already keeps the name of then until it is published again."
        >
          <Input
            required
            maxLength={120}
            autoComplete="off"
            value={values.name}
            onChange={(event) => put({ name: event.target.value })}
          />
        </Field>
        <Field label={BYLINE_WORDS.jobTitle} error={problems.jobTitle} hint="Stands above the name: Ports reporter.">
          <Input
            maxLength={120}
            autoComplete="off"
            value={values.jobTitle}
            onChange={(event) => put({ jobTitle: event.target.value })}
          />
        </Field>
        <PictureField
          label={BYLINE_WORDS.picture}
          hint="Cut round: a face fits best. Readers have it once a public article carries the byline."
          picture={values.picture}
          error={problems.picture}
          onChange={(picture) => put({ picture })}
        />
        <Field
          label={BYLINE_WORDS.biography}
          error={problems.biography}
          aside={`${values.biography.length.toLocaleString('en')} of 2,000`}
          hint="An empty line begins a new paragraph. Search engines show the first one."
        >
          <Textarea
            rows={6}
            maxLength={2000}
            value={values.biography}
            onChange={(event) => put({ biography: event.target.value })}
          />
        </Field>
      </SettingGroup>
      <SettingGroup title="How readers reach them" about="All of this is public.">
        <Field
          label={BYLINE_WORDS.email}
          error={problems.email}
          hint="It need not be the address that somebody signs in with. Empty: none is shown."
        >
          <Input
            type="email"
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={values.email}
            onChange={(event) => put({ email: event.target.value })}
          />
        </Field>
        <Field
          label={BYLINE_WORDS.profiles}
          error={problems.profiles}
          hint="The address of a page elsewhere on each line, from https:// on: a network, a site of their own."
        >
          <Textarea
            rows={3}
            autoCapitalize="none"
            spellCheck={false}
            value={values.profiles.join('\n')}
            onChange={(event) => put({ profiles: event.target.value === '' ? [] : event.target.value.split('\n') })}
          />
        </Field>
      </SettingGroup>
    </SettingsFrame>
  )
}
