'use client'

import { type FormEvent, useId, useState } from 'react'
import { searchTopics } from '@/components/editor/api/shelves'
import { Button } from '@/components/ui/button.client'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import type { MenuChoices } from '@/lib/menus/list-choices'
import { MENU_PAGES, MenuEntry, type MenuPage } from '@/lib/menus/menu-entry'
import { PAGE_WORDS } from '@/lib/menus/menu-words'

/** An entry, and what it leads to is called. */
export type NamedEntry = { entry: MenuEntry; name: string }

type EntryDialogProps = {
  /** Null for a new one. */
  entry: MenuEntry | null
  choices: MenuChoices
  names: ReadonlyMap<string, string>
  onDone: (entry: NamedEntry) => void
  onClose: () => void
}

const KINDS: Record<MenuEntry['kind'], string> = {
  section: 'A section',
  topic: 'A topic',
  series: 'A series',
  page: 'A page of the site',
  address: 'An address',
  sections: 'All sections, as they are',
}

/** Says where an entry leads and what it is called. Nothing is saved before the form behind it is. */
export function EntryDialog({ entry: before, choices, names, onDone, onClose }: EntryDialogProps) {
  const formId = useId()
  const [kind, setKind] = useState<MenuEntry['kind']>(before?.kind ?? 'section')
  const [chosen, setChosen] = useState<ComboboxItem | null>(
    before !== null && 'id' in before ? { id: before.id, label: names.get(before.id) ?? '' } : null,
  )
  const [page, setPage] = useState<MenuPage>(before?.kind === 'page' ? before.page : 'search')
  const [href, setHref] = useState(before?.kind === 'address' ? before.href : '')
  const [label, setLabel] = useState(before === null || before.kind === 'sections' ? '' : before.label)
  const [problems, setProblems] = useState<Record<string, string>>({})

  function submit(event: FormEvent) {
    event.preventDefault()
    // The dialog stands in the form of the settings, as React sees it.
    event.stopPropagation()
    const parsed = MenuEntry.safeParse(entryOf(kind, { id: chosen?.id ?? '', page, href, label }))
    if (parsed.success) onDone({ entry: parsed.data, name: chosen?.label ?? '' })
    else setProblems(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])))
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      isSticky
      size="small"
      title={before === null ? 'Add an entry' : 'Edit the entry'}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary">
            {before === null ? 'Add' : 'Done'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label="Leads to">
          <Select
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as MenuEntry['kind'])
              setChosen(null)
              setProblems({})
            }}
          >
            {Object.entries(KINDS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        {kind === 'section' || kind === 'series' ? (
          <Field label={kind === 'section' ? 'Section' : 'Series'} error={problems.id}>
            <Combobox
              key={kind}
              items={(kind === 'section' ? choices.sections : choices.series).map(({ id, name }) => ({
                id,
                label: name,
              }))}
              value={chosen}
              onChange={setChosen}
              placeholder="Find by name"
              emptyText={kind === 'section' ? 'No section is called so.' : 'No series is called so.'}
            />
          </Field>
        ) : null}
        {kind === 'topic' ? (
          <Field label="Topic" error={problems.id} hint="It stands in the menu while readers have a story of it.">
            <Combobox
              search={async (words, signal) =>
                (await searchTopics(words, signal)).map(({ id, name }) => ({ id, label: name }))
              }
              value={chosen}
              onChange={setChosen}
              placeholder="Find by name"
              emptyText="No topic is called so."
            />
          </Field>
        ) : null}
        {kind === 'page' ? (
          <Field label="Page">
            <Select value={page} onChange={(event) => setPage(event.target.value as MenuPage)}>
              {Object.entries(MENU_PAGES).map(([value, path]) => (
                <option key={value} value={value}>
                  {PAGE_WORDS[value as MenuPage]} ({path})
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        {kind === 'address' ? (
          <Field label="Address" error={problems.href} hint="Begins with https://, or with / for a page of this site.">
            <Input
              maxLength={1000}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={href}
              onChange={(event) => setHref(event.target.value)}
            />
          </Field>
        ) : null}
        {kind === 'sections' ? null : (
          <Field
            label="Label"
            error={problems.label}
            hint={kind === 'address' ? 'What readers press.' : 'Empty: the name that it has, whatever becomes of it.'}
          >
            <Input maxLength={60} autoComplete="off" value={label} onChange={(event) => setLabel(event.target.value)} />
          </Field>
        )}
      </form>
    </Dialog>
  )
}

function entryOf(
  kind: MenuEntry['kind'],
  { id, page, href, label }: { id: string; page: MenuPage; href: string; label: string },
): MenuEntry {
  if (kind === 'sections') return { kind }
  if (kind === 'page') return { kind, page, label }
  return kind === 'address' ? { kind, href, label } : { kind, id, label }
}
