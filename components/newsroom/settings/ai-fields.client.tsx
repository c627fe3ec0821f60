'use client'

import { Choices } from '@/components/ui/choices'
import { CHOICE_WORDS, SETTING_WORDS } from '@/lib/settings/setting-words'
import { type SettingFields, SettingGroup } from './setting-group'

/** What programs of AI companies may do with the articles. */
export function AiFields({ values, put }: SettingFields) {
  return (
    <SettingGroup
      title={SETTING_WORDS.aiUse}
      about="Said in robots.txt, to each program by its name, and as a reservation of text and data mining. It is a request: most companies say that they follow it, nothing can make them. Google and Bing are not asked to stay away, nor are the answers that they print above their own results."
    >
      <Choices
        label={SETTING_WORDS.aiUse}
        choices={[
          {
            value: 'all',
            name: CHOICE_WORDS.aiUse.all,
            about: 'Programs of AI companies are asked nothing in particular.',
          },
          {
            value: 'noTraining',
            name: CHOICE_WORDS.aiUse.noTraining,
            about:
              'Articles may be looked up to answer somebody, which can bring readers here, and may not be used to train models.',
          },
          {
            value: 'none',
            name: CHOICE_WORDS.aiUse.none,
            about: 'Neither training nor answers: AI services that ask first do not know the site any more.',
          },
        ]}
        value={values.aiUse}
        onChange={(aiUse) => put({ aiUse })}
      />
    </SettingGroup>
  )
}
