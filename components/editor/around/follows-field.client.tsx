'use client'

import { Combobox } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { useArticleCards } from '../linking/article-cards.client'
import { findArticleItems } from '../linking/article-items'
import { headlineOf } from '../linking/target-line'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

/** The earlier story that this one follows: readers of both find the way, and the newest tells the story so far. */
export function FollowsField({ saver, articleId }: { saver: FieldSaver; articleId: string }) {
  const entry = useField(saver, 'followsId')
  const theirs = typeof entry.theirs?.value === 'string' ? [entry.theirs.value] : []
  const ids = entry.value === null ? theirs : [entry.value, ...theirs]
  const cards = useArticleCards(ids)
  const nameOf = (id: unknown) => {
    const card = cards[ids.indexOf(String(id))]
    return card ? headlineOf(card) : id === null ? 'None' : 'A story'
  }
  return (
    <FieldBox saver={saver} name="follows" entry={{ ...entry, field: 'followsId' }} inWords={nameOf}>
      <Field
        label="This follows"
        hint="An earlier story. Both lead to each other, and the newest tells the story so far."
      >
        <Combobox
          value={entry.value === null ? null : { id: entry.value, label: nameOf(entry.value) }}
          search={(words, signal) => findArticleItems(words, articleId, signal)}
          onChange={(item) => entry.set(item?.id ?? null)}
          placeholder="Find a story"
          emptyText="No article has these words in its headline."
        />
      </Field>
    </FieldBox>
  )
}
