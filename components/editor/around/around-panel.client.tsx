'use client'

import type { ReactNode } from 'react'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { ComboboxMultiple } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { Textarea } from '@/components/ui/textarea.client'
import { notify } from '@/components/ui/toaster.client'
import { messageOf } from '../api/request'
import { createTopic, type Section, searchTopics } from '../api/shelves'
import type { ArticleFacts } from '../article-facts'
import { BylinesField } from './bylines-field.client'
import { CommissionedWordsField } from './commissioned-words-field.client'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { FollowsField } from './follows-field.client'
import { HeadlinesGroup } from './headlines/headlines-group.client'
import { LineField } from './line-field.client'
import { MainImageField } from './main-image-field.client'
import { SlugField } from './slug-field.client'
import { SourceFields } from './source-fields.client'
import { useField } from './use-field.client'

export type PanelProps = {
  saver: FieldSaver
  facts: ArticleFacts
  sections: readonly Section[]
  canEdit: boolean
  mayCreateTopics: boolean
  headline: string
  /** Goes to the headline in the text. */
  onHeadline: () => void
  /** Who is quoted in the text. */
  quotes: ReactNode
  /** How much of the text is not the original's. */
  ownWords: ReactNode
}

/** Everything about an article that is not its text. Each field saves itself. */
export function AroundPanel({
  saver,
  facts,
  sections,
  canEdit,
  mayCreateTopics,
  headline,
  onHeadline,
  quotes,
  ownWords,
}: PanelProps) {
  return (
    <fieldset disabled={!canEdit} className="flex min-w-0 flex-col gap-6">
      <legend className="sr-only">Around the text</legend>
      <Group title="Where it stands">
        <LineField saver={saver} field="kicker" label="Kicker" most={60} hint="One or two words above the headline." />
        <SectionField saver={saver} sections={sections} />
        <TopicsField saver={saver} facts={facts} mayCreate={mayCreateTopics} canEdit={canEdit} />
        <FollowsField saver={saver} articleId={facts.id} />
        <SlugField saver={saver} facts={facts} sections={sections} headline={headline} />
      </Group>
      <Group title="Who wrote it">
        <BylinesField saver={saver} facts={facts} canEdit={canEdit} />
        <LineField
          saver={saver}
          field="dateline"
          label="Dateline"
          most={120}
          placeholder="ALDERMOUTH, Tuesday"
          hint="Where and when it was written. Stands before the first words."
        />
        <CommissionedWordsField saver={saver} />
      </Group>
      <Group title="Headlines">
        <HeadlinesGroup saver={saver} headline={headline} onHeadline={onHeadline} />
      </Group>
      <Group title="How it is announced">
        <TrailTextField saver={saver} />
        <MainImageField saver={saver} canEdit={canEdit} />
        <LiveField saver={saver} />
      </Group>
      <Group title="Where it is from">
        <SourceFields saver={saver} ownWords={ownWords} />
      </Group>
      <Group title="Who is quoted">{quotes}</Group>
    </fieldset>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 border-line border-b pb-6 last:border-b-0 last:pb-2">
      <h3 className="font-semibold text-2xs text-ink-faint uppercase tracking-wider">{title}</h3>
      {children}
    </section>
  )
}

function LiveField({ saver }: { saver: FieldSaver }) {
  const entry = useField(saver, 'isLive')
  return (
    <FieldBox
      saver={saver}
      name="isLive"
      entry={{ ...entry, field: 'isLive' }}
      inWords={(value) => (value === true ? 'yes' : 'no')}
    >
      <Checkbox
        label="Live coverage"
        hint="Readers are told that it goes on, and open pages take in what you publish by themselves. Each crosshead begins an entry, the newest on top."
        checked={entry.value}
        onChange={(event) => entry.set(event.currentTarget.checked)}
      />
    </FieldBox>
  )
}

function SectionField({ saver, sections }: { saver: FieldSaver; sections: readonly Section[] }) {
  const entry = useField(saver, 'sectionId')
  return (
    <FieldBox
      saver={saver}
      name="section"
      entry={{ ...entry, field: 'sectionId' }}
      inWords={(id) => sections.find((section) => section.id === id)?.name ?? ''}
    >
      <Field label="Section">
        <Select value={entry.value ?? ''} onChange={(event) => entry.set(event.target.value || null)}>
          <option value="">Choose a section</option>
          {sections.map((section) => (
            <option key={section.id} value={section.id}>
              {section.name}
            </option>
          ))}
        </Select>
      </Field>
    </FieldBox>
  )
}

function TopicsField({
  saver,
  facts,
  mayCreate,
  canEdit,
}: {
  saver: FieldSaver
  facts: ArticleFacts
  mayCreate: boolean
  canEdit: boolean
}) {
  const entry = useField(saver, 'topics')
  const [made, setMade] = useState<Record<string, string>>({})
  const names: Record<string, string> = {
    ...Object.fromEntries(facts.names.topics.map(({ id, name }) => [id, name])),
    ...made,
  }
  const nameOf = (id: string) => names[id] ?? 'A topic'

  async function create(name: string) {
    try {
      const topic = await createTopic(name)
      return { id: topic.id, label: topic.name }
    } catch (error) {
      notify.problem(messageOf(error))
      return null
    }
  }

  return (
    <FieldBox
      saver={saver}
      name="topics"
      entry={{ ...entry, field: 'topics' }}
      inWords={(ids) => (ids as string[]).map(nameOf).join(', ')}
    >
      <Field label="Topics">
        <ComboboxMultiple
          value={entry.value.map((id) => ({ id, label: nameOf(id) }))}
          search={async (words, signal) =>
            (await searchTopics(words, signal)).map(({ id, name, alias }) => ({
              id,
              label: name,
              detail: alias ? `Also called “${alias}”` : undefined,
            }))
          }
          {...(mayCreate ? { create, createLabel: (words: string) => `Add “${words}” as a topic` } : {})}
          disabled={!canEdit}
          placeholder="Find a topic"
          emptyText="There is no such topic."
          onChange={(items) => {
            setMade((before) => ({ ...before, ...Object.fromEntries(items.map(({ id, label }) => [id, label])) }))
            entry.set(items.map(({ id }) => id))
          }}
        />
      </Field>
    </FieldBox>
  )
}

function TrailTextField({ saver }: { saver: FieldSaver }) {
  const entry = useField(saver, 'trailText')
  return (
    <FieldBox saver={saver} name="trailText" entry={{ ...entry, field: 'trailText' }} inWords={String}>
      <Field
        label="Trail text"
        hint="Under the headline on cards, in search and in feeds. Empty: the standfirst."
        aside={`${entry.value.length} / 500`}
      >
        <Textarea rows={3} maxLength={500} value={entry.value} onChange={(event) => entry.set(event.target.value)} />
      </Field>
    </FieldBox>
  )
}
