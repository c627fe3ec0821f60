'use client'

import { Choices } from '@/components/ui/choices'
import type { LookSettings } from '@/lib/look/look-settings'
import { LOOK_CHOICES, LOOK_WORDS, lookInWords } from '@/lib/look/look-words'
import { PALETTE } from '@/lib/look/palette'
import { ColourFields } from './colour-fields.client'
import { LogoField } from './logo-field.client'
import { LookSpecimen } from './look-specimen'
import { type SettingFields, SettingGroup } from './setting-group'
import { SettingsFrame } from './settings-frame.client'
import { type ChangeSettingsOf, useSettingsForm } from './use-settings-form.client'

type LookFormProps = { look: LookSettings; paper: string; change: ChangeSettingsOf<LookSettings> }

/** How readers' pages look, beside a piece of such a page. */
export function LookForm({ look, paper, change }: LookFormProps) {
  const form = useSettingsForm(look, change)
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
      <div className="lg:sticky lg:top-8 lg:order-last">
        <LookSpecimen paper={paper} look={form.values} />
      </div>
      <SettingsFrame form={form} labels={LOOK_WORDS} inWords={inWords} save="Save the look">
        <LogoFields {...form} />
        <ColourFields {...form} />
        <TypeFields {...form} />
        <SchemeFields {...form} />
      </SettingsFrame>
    </div>
  )
}

function inWords(name: keyof LookSettings, values: LookSettings): string {
  const value = values[name]
  if (name === 'logo' || name === 'logoDark') return value === '' ? '' : 'A picture'
  return lookInWords(name, value)
}

function LogoFields({ values, put, problems }: SettingFields<LookSettings>) {
  return (
    <SettingGroup
      title="Logo"
      about="Stands in the masthead in the place of the name, which stays its alternative text, and is told to search engines. It is public while it stands there."
    >
      <LogoField
        label={LOOK_WORDS.logo}
        hint="A wide picture whose ground is transparent: PNG or WebP, at least 320 pixels wide."
        value={values.logo}
        error={problems.logo}
        ground={values.masthead || PALETTE.light.paper}
        onChange={(logo) => put({ logo })}
      />
      {values.logo === '' && values.logoDark === '' ? null : (
        <LogoField
          label={LOOK_WORDS.logoDark}
          hint="For readers whose device is dark. Without it they get the other one."
          value={values.logoDark}
          error={problems.logoDark}
          ground={values.mastheadDark || PALETTE.dark.paper}
          onChange={(logoDark) => put({ logoDark })}
        />
      )}
    </SettingGroup>
  )
}

function TypeFields({ values, put }: SettingFields<LookSettings>) {
  return (
    <SettingGroup title={LOOK_WORDS.type}>
      <Choices
        label={LOOK_WORDS.type}
        choices={[
          {
            value: 'standfirst',
            name: LOOK_CHOICES.type.standfirst,
            about: 'What pages come with: a serif for long reading, 16 KB on a reader’s first page.',
          },
          {
            value: 'sansHeadlines',
            name: LOOK_CHOICES.type.sansHeadlines,
            about: 'Text as before; name and headlines in the plain letters of the reader’s machine.',
          },
          {
            value: 'systemSerif',
            name: LOOK_CHOICES.type.systemSerif,
            about: 'Nothing is fetched: Iowan, Charter, Palatino or Georgia, whichever a machine has first.',
          },
          {
            value: 'systemSans',
            name: LOOK_CHOICES.type.systemSans,
            about: 'Nothing is fetched: every word in the letters that the machine itself speaks in.',
          },
        ]}
        value={values.type}
        onChange={(type) => put({ type })}
      />
    </SettingGroup>
  )
}

function SchemeFields({ values, put }: SettingFields<LookSettings>) {
  return (
    <SettingGroup title={LOOK_WORDS.scheme}>
      <Choices
        label={LOOK_WORDS.scheme}
        choices={[
          {
            value: 'device',
            name: LOOK_CHOICES.scheme.device,
            about: 'Whoever reads at night on a dark screen is not dazzled.',
          },
          { value: 'light', name: LOOK_CHOICES.scheme.light, about: 'Ink on paper, whatever the device says.' },
          { value: 'dark', name: LOOK_CHOICES.scheme.dark, about: 'Light on dark, whatever the device says.' },
        ]}
        value={values.scheme}
        onChange={(scheme) => put({ scheme })}
      />
    </SettingGroup>
  )
}
