'use client'

import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Textarea } from '@/components/ui/textarea.client'
import { CHOICE_WORDS, SETTING_WORDS } from '@/lib/settings/setting-words'
import { type SettingFields, SettingGroup } from './setting-group'

/** Who may reprint the paper's articles, and on what terms. */
export function RepublishFields({ values, put, problems }: SettingFields) {
  return (
    <SettingGroup
      title={SETTING_WORDS.republishing}
      about="Only our own words are given away: never what an agency or a partner wrote, what was rewritten from somebody else’s report, what stands on a sensitive section or topic, or what an editor kept out."
    >
      <Choices
        label={SETTING_WORDS.republishing}
        choices={[
          {
            value: 'nobody',
            name: CHOICE_WORDS.republishing.nobody,
            about: 'Articles are read on the site and in its feeds.',
          },
          {
            value: 'everybody',
            name: CHOICE_WORDS.republishing.everybody,
            about: 'Below each article stands a link to its text, ready to be copied, with the credit line.',
          },
        ]}
        value={values.republishing}
        onChange={(republishing) => put({ republishing })}
      />
      {values.republishing === 'nobody' ? null : (
        <>
          <Field
            label={SETTING_WORDS.republishTerms}
            error={problems.republishTerms}
            hint="A rule on each line, in plain words. Whoever takes an article reads them first."
          >
            <Textarea
              rows={6}
              maxLength={2000}
              value={values.republishTerms}
              onChange={(event) => put({ republishTerms: event.target.value })}
            />
          </Field>
          <Field
            label={SETTING_WORDS.republishContact}
            error={problems.republishContact}
            hint="Whom to ask: an e-mail address, or a page that begins with https://. It may be empty."
          >
            <Input
              maxLength={254}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={values.republishContact}
              onChange={(event) => put({ republishContact: event.target.value })}
            />
          </Field>
        </>
      )}
    </SettingGroup>
  )
}
