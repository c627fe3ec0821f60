'use client'

import { Search } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { classes } from '@/components/ui/classes'
import { Field } from '@/components/ui/field.client'
import { Input } from '@/components/ui/input.client'
import { Radio } from '@/components/ui/radio'
import { ACTION_GROUPS, ACTION_WORDS, GRANT_WORDS } from '@/lib/policy/action-words'
import { type Action, CHOICES, type Grant, type Grants } from '@/lib/policy/table'
import type { RoleGrants } from '@/lib/roles/role-input'
import { mayGive } from './role-draft'

const COLUMNS: readonly Grant[] = ['no', 'own', 'lead', 'desk', 'any']
const GRID = 'md:grid md:grid-cols-[minmax(0,1fr)_repeat(5,5.25rem)] md:items-center md:gap-x-1'

type MatrixProps = {
  grants: RoleGrants
  /** What is saved, where there is something: rows that differ say so. */
  saved: RoleGrants | null
  /** The rights of whoever fills this in: nobody gives more. */
  own: Grants
  isReadOnly: boolean
  onChange: (action: Action, grant: Grant) => void
}

/** Every right, and how far it reaches: a table on a wide screen, on a narrow one a line of choices below each. */
export function RightsMatrix({ grants, saved, own, isReadOnly, onChange }: MatrixProps) {
  const [words, setWords] = useState('')
  const groups = ACTION_GROUPS.map(({ label, actions }) => ({
    label,
    actions: actions.filter((action) => fits(action, label, words)),
  })).filter(({ actions }) => actions.length > 0)
  return (
    <section aria-label="Rights">
      <Field label="Find a right" className="mb-4 max-w-sm">
        <Input
          type="search"
          autoComplete="off"
          icon={<Search aria-hidden="true" />}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
      <p role="status" className={groups.length === 0 ? 'text-ink-soft text-sm' : 'sr-only'}>
        {groups.length === 0 ? 'There is no right of this name.' : ''}
      </p>
      {groups.map(({ label, actions }) => (
        <div key={label} className="mb-8">
          <div className={classes(GRID, 'top-0 z-10 border-line border-b bg-ground pb-1.5 md:sticky md:pt-2')}>
            <h3 className="font-semibold text-sm">{label}</h3>
            {COLUMNS.map((grant) => (
              // Each choice says it by itself.
              <span key={grant} aria-hidden="true" className="text-center text-ink-faint text-xs max-md:hidden">
                {GRANT_WORDS[grant]}
              </span>
            ))}
          </div>
          {actions.map((action) => (
            <RightRow
              key={action}
              action={action}
              grant={grants[action]}
              saved={saved === null ? null : saved[action]}
              own={own[action] ?? 'no'}
              isReadOnly={isReadOnly}
              onChange={onChange}
            />
          ))}
        </div>
      ))}
    </section>
  )
}

type RowProps = {
  action: Action
  grant: Grant
  saved: Grant | null
  own: Grant
  isReadOnly: boolean
  onChange: (action: Action, grant: Grant) => void
}

const RightRow = memo(function RightRow({ action, grant, saved, own, isReadOnly, onChange }: RowProps) {
  const id = useId()
  const { label, hint } = ACTION_WORDS[action]
  const isChanged = saved !== null && saved !== grant
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}label`}
      aria-describedby={`${id}about`}
      className={classes(
        GRID,
        'border-line border-b py-2.5 text-sm md:hover:bg-side',
        isChanged && 'bg-accent-wash/40',
      )}
    >
      <div className="min-w-0">
        <span id={`${id}label`} className="text-ink">
          {label}
        </span>
        <span id={`${id}about`} className="block text-pretty text-ink-faint text-xs">
          {[hint, isChanged ? `Saved: ${GRANT_WORDS[saved].toLowerCase()}.` : undefined].filter(Boolean).join(' ')}
        </span>
      </div>
      <div className="max-md:mt-1 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 md:contents">
        {COLUMNS.map((column) =>
          CHOICES[action].includes(column) ? (
            <label
              key={column}
              className="flex items-center gap-2 py-1 touch:min-h-11 md:justify-center md:self-stretch md:py-0"
            >
              <Radio
                name={`${id}choice`}
                value={column}
                checked={column === grant}
                disabled={isReadOnly || !mayGive(action, column, { [action]: own })}
                onChange={() => onChange(action, column)}
              />
              <span className="md:sr-only">{GRANT_WORDS[column]}</span>
            </label>
          ) : (
            <span key={column} aria-hidden="true" className="text-center text-line-strong max-md:hidden">
              ·
            </span>
          ),
        )}
      </div>
    </div>
  )
})

function fits(action: Action, group: string, words: string): boolean {
  const { label, verb } = ACTION_WORDS[action]
  const text = `${label} ${verb} ${group}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
