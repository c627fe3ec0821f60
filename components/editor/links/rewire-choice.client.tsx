'use client'

import { useId } from 'react'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { Radio } from '@/components/ui/radio'
import { findArticleItems } from '../linking/article-items'
import type { RewireProgress } from './rewire-all'

/** What is to become of the links that lead to an article. */
export type Rewiring = { kind: 'leave' } | { kind: 'words' } | { kind: 'article'; to: ComboboxItem | null }

/** True when everything that the choice needs was chosen. */
export function isComplete(choice: Rewiring): boolean {
  return choice.kind !== 'article' || choice.to !== null
}

/** Leave them, make plain words of them, or let them lead to another article: for all of them in one go. */
export function RewireChoice({
  articleId,
  value,
  onChange,
  leaveText,
  disabled,
}: {
  articleId: string
  value: Rewiring
  onChange: (choice: Rewiring) => void
  /** What happens to links that are left as they are. */
  leaveText: string
  disabled: boolean
}) {
  const name = useId()
  const option = (kind: Rewiring['kind'], label: string, detail: string) => (
    <label className="flex items-start gap-2.5 py-1 text-sm">
      <Radio
        name={name}
        className="mt-0.5"
        checked={value.kind === kind}
        onChange={() => onChange(kind === 'article' ? { kind, to: null } : { kind })}
      />
      <span>
        <span className="block font-medium">{label}</span>
        <span className="block text-ink-soft">{detail}</span>
      </span>
    </label>
  )

  return (
    <fieldset disabled={disabled} className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">What becomes of these links?</legend>
      {option('leave', 'Leave them', leaveText)}
      {option('words', 'Make plain words of them', 'Linked words stay as words; cards and list entries are taken out.')}
      {option('article', 'Let them lead to another article', 'All of them lead to the article that you choose.')}
      {value.kind === 'article' ? (
        <div className="pl-6.5">
          <Field label="The article that they lead to">
            <Combobox
              value={value.to}
              onChange={(to) => onChange({ kind: 'article', to })}
              search={(words, signal) => findArticleItems(words, articleId, signal)}
              placeholder="Search headlines"
              emptyText="No article has these words in its headline."
            />
          </Field>
        </div>
      ) : null}
      <p className="pt-1 text-ink-faint text-xs">
        Changes are edits in each article’s history. Readers get them with its next publication.
      </p>
    </fieldset>
  )
}

/** How far it is, and what could not be changed. */
export function RewireReport({ progress }: { progress: RewireProgress | null }) {
  if (progress === null) return null
  const { done, total, failed } = progress
  return (
    <div role="status" className="flex flex-col gap-2 text-sm">
      <p>
        {done} of {total} {total === 1 ? 'article' : 'articles'} done.
      </p>
      <progress
        aria-label="Links changed"
        value={done}
        max={Math.max(1, total)}
        className="h-1.5 w-full accent-accent"
      />
      {failed.length === 0 ? null : (
        <>
          <p className="text-warn-ink">These were left as they are:</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {failed.map(({ headline, message }) => (
              <li key={headline}>
                <span className="font-medium">{headline}</span>: {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
