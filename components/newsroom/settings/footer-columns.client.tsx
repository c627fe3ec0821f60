'use client'

import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { Field } from '@/components/ui/field.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import type { FooterColumn } from '@/lib/menus/menu-settings'
import { EntryList } from './entry-list.client'
import type { MenuFields } from './menu-fields'

type FooterColumnsProps = MenuFields & {
  columns: readonly FooterColumn[]
  onChange: (columns: FooterColumn[]) => void
}

const MOST = 6

/** The columns at the foot of every page, from the side on which reading begins. */
export function FooterColumns({ columns, onChange, ...fields }: FooterColumnsProps) {
  function move(from: number, to: number) {
    const column = columns[from]
    if (column !== undefined) onChange(columns.toSpliced(from, 1).toSpliced(to, 0, column))
  }

  return (
    <div className="flex flex-col gap-5">
      {columns.map((column, index) => {
        const name = `column ${index + 1}`
        const put = (part: Partial<FooterColumn>) => onChange(columns.with(index, { ...column, ...part }))
        return (
          <section
            // A column is its place: what is typed into it must not lose the focus.
            key={name}
            aria-label={`Footer, ${name}`}
            className="flex flex-col gap-3 rounded-lg bg-side p-4"
          >
            <div className="flex items-end gap-1">
              <Field label={`Heading of ${name}`} className="flex-1">
                <Input
                  maxLength={40}
                  autoComplete="off"
                  placeholder="None"
                  value={column.heading}
                  onChange={(event) => put({ heading: event.target.value })}
                />
              </Field>
              <IconButton
                label={`Move ${name} forward`}
                icon={<ArrowLeft aria-hidden="true" className="size-4" />}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                label={`Move ${name} back`}
                icon={<ArrowRight aria-hidden="true" className="size-4" />}
                disabled={index === columns.length - 1}
                onClick={() => move(index, index + 1)}
              />
              <IconButton
                label={`Take ${name} out`}
                icon={<Trash2 aria-hidden="true" className="size-4" />}
                onClick={() => onChange(columns.toSpliced(index, 1))}
              />
            </div>
            <EntryList
              {...fields}
              label={`Entries of ${name}`}
              entries={column.entries}
              onChange={(entries) => put({ entries })}
            />
          </section>
        )
      })}
      {columns.length < MOST ? (
        <Button
          size="small"
          icon={<Plus aria-hidden="true" className="size-4" />}
          className="self-start"
          onClick={() => onChange([...columns, { heading: '', entries: [] }])}
        >
          Add a column
        </Button>
      ) : null}
    </div>
  )
}
