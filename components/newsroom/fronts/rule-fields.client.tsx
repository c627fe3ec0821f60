'use client'

import { searchTopics } from '@/components/editor/api/shelves'
import { Checkbox } from '@/components/ui/checkbox'
import { ComboboxMultiple } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Select } from '@/components/ui/select.client'
import type { ContainerDraft, ContainerErrors } from './container-form'
import { useFrontDesk } from './front-desk.client'

const RULES: readonly { value: ContainerDraft['from']; name: string }[] = [
  { value: 'nothing', name: 'Nothing: cards by hand alone' },
  { value: 'everything', name: 'The newest of everything' },
  { value: 'sections', name: 'The newest of sections' },
  { value: 'topics', name: 'The newest of topics' },
  { value: 'updated', name: 'What was just updated' },
  { value: 'mostRead', name: 'What is read most' },
]

/** What fills the places in which no card stands. */
export function RuleFields({
  draft,
  errors,
  put,
}: {
  draft: ContainerDraft
  errors: ContainerErrors
  put: (part: Partial<ContainerDraft>) => void
}) {
  const { sections } = useFrontDesk().state.front
  return (
    <>
      <Field
        label="Free places are filled with"
        hint={
          draft.from === 'mostRead'
            ? 'A ranking: what stands elsewhere on the front is in it, too.'
            : draft.from === 'nothing'
              ? 'Where a card leaves, the others close the gap.'
              : 'No article that stands elsewhere on this front already.'
        }
      >
        <Select value={draft.from} onChange={(event) => put({ from: event.target.value as ContainerDraft['from'] })}>
          {RULES.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {draft.from === 'sections' ? (
        <Field label="Sections" error={errors.sections} hint="Those below them count, too.">
          <ComboboxMultiple
            value={draft.sections}
            items={sections.map(({ slug, name }) => ({ id: slug, label: name }))}
            placeholder="Choose sections"
            onChange={(chosen) => put({ sections: chosen })}
          />
        </Field>
      ) : null}
      {draft.from === 'topics' ? (
        <Field label="Topics" error={errors.topics} hint="Those below them count, too.">
          <ComboboxMultiple
            value={draft.topics}
            search={async (words, signal) =>
              (await searchTopics(words, signal)).map(({ slug, name }) => ({ id: slug, label: name }))
            }
            placeholder="Find topics"
            emptyText="There is no such topic."
            onChange={(chosen) => put({ topics: chosen })}
          />
        </Field>
      ) : null}
      {draft.from === 'nothing' ? null : (
        <>
          <div className="grid grid-cols-2 gap-3">
            <Field
              label={draft.from === 'mostRead' ? 'Counted over' : 'No older than'}
              error={errors.age}
              hint={
                draft.from === 'mostRead'
                  ? 'A day, unless you say otherwise.'
                  : 'Leave it empty for articles of any age.'
              }
            >
              <Input
                type="number"
                inputMode="numeric"
                min={1}
                value={draft.age}
                onChange={(event) => put({ age: event.target.value })}
              />
            </Field>
            <Field label="In">
              <Select
                value={draft.ageUnit}
                onChange={(event) => put({ ageUnit: event.target.value as ContainerDraft['ageUnit'] })}
              >
                <option value="hours">hours</option>
                <option value="days">days</option>
              </Select>
            </Field>
          </div>
          <Checkbox
            label="Only with a picture"
            checked={draft.hasPicture}
            onChange={(event) => put({ hasPicture: event.target.checked })}
          />
        </>
      )}
    </>
  )
}
