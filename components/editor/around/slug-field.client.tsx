'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { slugFrom } from '@/lib/articles/slug'
import type { Section } from '../api/shelves'
import type { ArticleFacts } from '../article-facts'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

/** The article's part of its address: from the headline until the first publication, then by hand alone. */
export function SlugField({
  saver,
  facts,
  sections,
  headline,
}: {
  saver: FieldSaver
  facts: ArticleFacts
  sections: readonly Section[]
  headline: string
}) {
  const entry = useField(saver, 'slug')
  const { value: sectionId } = useField(saver, 'sectionId')
  const [typed, setTyped] = useState<string | null>(null)
  const isOut = facts.firstPublishedAt !== null
  const automatic = slugFrom(headline)
  const slug = entry.value || automatic
  const section = sections.find(({ id }) => id === sectionId)?.slug ?? 'section'

  return (
    <FieldBox saver={saver} name="slug" entry={{ ...entry, field: 'slug' }} inWords={String}>
      <Field
        label="Slug"
        hint={
          isOut
            ? 'When it changes, the old address leads to the new one from the next publication on.'
            : 'Follows the headline until the first publication, unless you type one.'
        }
      >
        <Input
          maxLength={120}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={automatic || 'made-from-the-headline'}
          value={typed ?? entry.value}
          onFocus={() => setTyped(entry.value)}
          onBlur={() => setTyped(null)}
          onChange={(event) => {
            // Spaces become hyphens while somebody types; a hyphen at the end may still get a word after it.
            const text = event.target.value.toLowerCase().replace(/[\s_]+/g, '-')
            setTyped(text)
            entry.set(text.replace(/-+/g, '-').replace(/^-|-$/g, ''))
          }}
        />
      </Field>
      <p className="wrap-anywhere text-ink-soft text-xs">
        <span className="sr-only">Address: </span>/{section}/<span className="font-medium text-ink">{slug || '…'}</span>
      </p>
    </FieldBox>
  )
}
