'use client'

import { Combobox } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { SETTING_WORDS } from '@/lib/settings/setting-words'
import type { TimeZoneItem } from '@/lib/settings/time-zones'
import { SITE_LANGUAGES } from '@/lib/site-words/site-languages'
import { type SettingFields, SettingGroup } from './setting-group'

/** What stands in the masthead, and how dates are printed. */
export function PaperFields({
  values,
  put,
  problems,
  timeZones,
}: SettingFields & { timeZones: readonly TimeZoneItem[] }) {
  return (
    <SettingGroup title="The paper">
      <Field label={SETTING_WORDS.name} error={problems.name}>
        <Input
          required
          maxLength={80}
          autoComplete="off"
          value={values.name}
          onChange={(event) => put({ name: event.target.value })}
        />
      </Field>
      <Field label={SETTING_WORDS.tagline} error={problems.tagline} hint="The line below the name. It may be empty.">
        <Input
          maxLength={160}
          autoComplete="off"
          value={values.tagline}
          onChange={(event) => put({ tagline: event.target.value })}
        />
      </Field>
      <Field
        label={SETTING_WORDS.language}
        error={problems.language}
        aside={<span suppressHydrationWarning>{nameOfLanguage(values.language)}</span>}
        hint={`The code of the language that articles are written in: en-GB, de or ar. Dates are printed in it, and pages run from right to left where it does. The paper’s own words, such as “Read more”, are there in ${WORDED}; in any other language they are English.`}
      >
        <Input
          required
          maxLength={35}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={values.language}
          onChange={(event) => put({ language: event.target.value })}
          className="max-w-48"
        />
      </Field>
      <Field
        label={SETTING_WORDS.timeZone}
        error={problems.timeZone}
        hint="The times on readers’ pages, and when a new day begins on the front page."
      >
        <Combobox
          required
          items={timeZones}
          value={timeZones.find(({ id }) => id === values.timeZone) ?? null}
          onChange={(item) => put({ timeZone: item?.id ?? '' })}
          placeholder="Look for a city or a zone"
          emptyText="No time zone is called so."
        />
      </Field>
    </SettingGroup>
  )
}

/** "English and Arabic" */
const WORDED = new Intl.ListFormat('en-GB').format(SITE_LANGUAGES.map(nameOfLanguage))

/** As English calls it; empty while the code is none. */
function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code.trim()) ?? ''
  } catch {
    return ''
  }
}
