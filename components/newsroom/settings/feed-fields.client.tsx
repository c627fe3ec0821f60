'use client'

import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { CHOICE_WORDS, SETTING_WORDS } from '@/lib/settings/setting-words'
import { type SettingFields, SettingGroup } from './setting-group'

/** How much of an article the feeds give away, and who passes on that they have changed. */
export function FeedFields({ values, put, problems }: SettingFields) {
  return (
    <SettingGroup
      title={SETTING_WORDS.feeds}
      about="RSS, Atom and JSON Feed, of the paper and of each section, topic, author and series."
    >
      <Choices
        label={SETTING_WORDS.feeds}
        choices={[
          {
            value: 'full',
            name: CHOICE_WORDS.feeds.full,
            about: 'Whoever follows a feed reads the whole article there, with its pictures.',
          },
          {
            value: 'summary',
            name: CHOICE_WORDS.feeds.summary,
            about: 'Headline and trail text; to read on, they come to the site.',
          },
        ]}
        value={values.feeds}
        onChange={(feeds) => put({ feeds })}
      />
      <Field
        label={SETTING_WORDS.hub}
        error={problems.hub}
        hint="The address of a WebSub hub, which begins with https://. It is told of each change, and tells whoever follows a feed. Empty: they look themselves."
      >
        <Input
          maxLength={500}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://"
          value={values.hub}
          onChange={(event) => put({ hub: event.target.value })}
        />
      </Field>
    </SettingGroup>
  )
}
