'use client'

import { Choices } from '@/components/ui/choices'
import { CHOICE_WORDS, SETTING_WORDS } from '@/lib/settings/setting-words'
import { type SettingFields, SettingGroup } from './setting-group'

/** How much of an article the feeds give away. */
export function FeedFields({ values, put }: SettingFields) {
  return (
    <SettingGroup
      title={SETTING_WORDS.feeds}
      about="RSS, Atom and JSON Feed, of the paper and of each section, topic and author."
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
    </SettingGroup>
  )
}
