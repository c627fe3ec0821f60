'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field.client'
import { Textarea } from '@/components/ui/textarea.client'
import type { MenuChoices } from '@/lib/menus/list-choices'
import type { MenuSettings } from '@/lib/menus/menu-settings'
import { MENU_WORDS, menuInWords } from '@/lib/menus/menu-words'
import { EntryList } from './entry-list.client'
import { FooterColumns } from './footer-columns.client'
import type { MenuFields } from './menu-fields'
import { SettingGroup } from './setting-group'
import { SettingsFrame } from './settings-frame.client'
import { type ChangeSettingsOf, useSettingsForm } from './use-settings-form.client'

type MenusFormProps = { menus: MenuSettings; choices: MenuChoices; change: ChangeSettingsOf<MenuSettings> }

/** The ways that stand on every page for readers. */
export function MenusForm({ menus, choices, change }: MenusFormProps) {
  const form = useSettingsForm(menus, change)
  const [names, setNames] = useState<ReadonlyMap<string, string>>(() => new Map(Object.entries(choices.names)))
  const { values, put, problems } = form
  const fields: MenuFields = {
    choices,
    names,
    learn: (id, name) => setNames((before) => new Map(before).set(id, name)),
  }
  return (
    <SettingsFrame
      form={form}
      labels={MENU_WORDS}
      inWords={(name, each) => menuInWords(name, each, names)}
      save="Save the menus"
    >
      <SettingGroup
        title={MENU_WORDS.bar}
        about="Below the masthead. What stands last and leads to no stories stands at the far end."
      >
        <Refusal words={problems.bar} />
        <EntryList {...fields} label="Entries of the menu" entries={values.bar} onChange={(bar) => put({ bar })} />
      </SettingGroup>
      <SettingGroup title={MENU_WORDS.footer} about="Columns of links at the end of every page.">
        <Refusal words={problems.footer} />
        <FooterColumns {...fields} columns={values.footer} onChange={(footer) => put({ footer })} />
      </SettingGroup>
      <SettingGroup title={MENU_WORDS.smallPrint}>
        <Field
          label="Small print of the footer"
          error={problems.smallPrint}
          hint="An address, who is responsible for the paper, where it is registered. It may be empty."
        >
          <Textarea
            rows={2}
            maxLength={500}
            value={values.smallPrint}
            onChange={(event) => put({ smallPrint: event.target.value.replace(/\n/g, ' ') })}
          />
        </Field>
      </SettingGroup>
    </SettingsFrame>
  )
}

/** What is wrong with a whole list. */
function Refusal({ words }: { words: string | undefined }) {
  if (words === undefined) return null
  return (
    <p role="alert" className="text-danger-ink text-sm">
      {words}
    </p>
  )
}
