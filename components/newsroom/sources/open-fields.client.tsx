'use client'

import { Button } from '@/components/ui/button.client'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox, type ComboboxItem, ComboboxMultiple } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import {
  KIND_WORDS,
  SOURCE_KINDS,
  SOURCE_TERMS,
  type SourceKind,
  type SourceTerms,
  TERMS_WORDS,
} from '@/lib/sources/source-words'
import { someCodeName } from './code-name-words'
import type { SourceActions } from './source-actions'

/** What everybody may know of a source, and who may know the rest, as its form has it. */
export type OpenFields = {
  codeName: string
  kind: SourceKind
  terms: SourceTerms
  isConfidential: boolean
  isKnown: boolean
  sameOrigin: ComboboxItem | null
  readers: ComboboxItem[]
}

export const OPEN_FIELDS = ['codeName', 'kind', 'terms', 'isConfidential', 'isKnown', 'sameOriginAs', 'readerIds']

type Props = {
  fields: OpenFields
  onChange: (fields: OpenFields) => void
  of: Record<string, string | undefined>
  people: ComboboxItem[]
  /** The source itself has its origin from no other place. */
  ownId?: string | undefined
  /** What everybody could read is not sealed afterwards. */
  canSeal: boolean
  find: SourceActions['find']
}

/** Fields of what everybody may know. */
export function OpenFieldset({ fields, onChange, of, people, ownId, canSeal, find }: Props) {
  const set = (more: Partial<OpenFields>) => onChange({ ...fields, ...more })

  async function search(words: string): Promise<ComboboxItem[]> {
    if (words === '') return []
    const found = await find({ words })
    if (!found.ok) throw new Error(found.problem.message)
    return found.value.sources.filter(({ id }) => id !== ownId).map(({ id, codeName }) => ({ id, label: codeName }))
  }

  const terms = SOURCE_TERMS.filter((each) => !fields.isConfidential || each !== 'ON_THE_RECORD')
  return (
    <>
      <Field
        label="Code name"
        hint="Everybody in the newsroom sees it. Nobody should be able to tell from it who it is."
        error={of.codeName}
        isRequired
        className="sm:col-span-full"
        aside={
          <Button variant="quiet" size="small" onClick={() => set({ codeName: someCodeName() })}>
            Suggest one
          </Button>
        }
      >
        <Input
          maxLength={80}
          autoComplete="off"
          value={fields.codeName}
          onChange={(event) => set({ codeName: event.target.value })}
        />
      </Field>
      <Field label="Kind" error={of.kind}>
        <Select
          value={fields.kind}
          onChange={(event) => set({ kind: SOURCE_KINDS.find((kind) => kind === event.target.value) ?? 'PERSON' })}
        >
          {SOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind].name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Terms" hint={TERMS_WORDS[fields.terms].means} error={of.terms}>
        <Select
          value={fields.terms}
          onChange={(event) => set({ terms: terms.find((each) => each === event.target.value) ?? 'BACKGROUND' })}
        >
          {terms.map((each) => (
            <option key={each} value={each}>
              {TERMS_WORDS[each].name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-col gap-1 sm:col-span-full">
        <Checkbox
          label="Confidential"
          hint={
            canSeal
              ? 'The name is for the people named below alone. Administrators cannot see it.'
              : 'Everybody here could read this name. It cannot be sealed afterwards.'
          }
          disabled={!canSeal}
          checked={fields.isConfidential}
          onChange={(event) => {
            const isConfidential = event.target.checked
            const isPrinted = isConfidential && fields.terms === 'ON_THE_RECORD'
            set({ isConfidential, ...(isPrinted ? { terms: 'BACKGROUND' } : {}) })
          }}
        />
        {of.isConfidential ? (
          <p role="alert" className="text-danger-ink text-sm">
            {of.isConfidential}
          </p>
        ) : null}
        <Checkbox
          label={KIND_WORDS[fields.kind].known}
          hint="Else it counts in no stamp."
          checked={fields.isKnown}
          onChange={(event) => set({ isKnown: event.target.checked })}
        />
      </div>
      <Field
        label="Who may see the name"
        hint="Two at least: when the only one leaves, nobody can read it any more."
        error={of.readerIds}
        className="sm:col-span-full"
      >
        <ComboboxMultiple
          items={people}
          value={fields.readers}
          onChange={(readers) => set({ readers })}
          placeholder="Find a person"
          emptyText="Nobody here is called so."
        />
      </Field>
      <Field
        label="Has it from the same place as"
        hint="Both then count as one source. Empty where it has nobody’s word but its own."
        error={of.sameOriginAs}
        className="sm:col-span-full"
      >
        <Combobox
          value={fields.sameOrigin}
          onChange={(sameOrigin) => set({ sameOrigin })}
          search={search}
          placeholder="Find a source by its code name"
          emptyText="Type a part of a code name."
        />
      </Field>
    </>
  )
}

/** The fields as they are sent. */
export function openInput({ sameOrigin, readers, ...fields }: OpenFields) {
  return { ...fields, sameOriginAs: sameOrigin?.id ?? null, readerIds: readers.map(({ id }) => id) }
}
