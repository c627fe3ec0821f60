'use client'

import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useId, useState } from 'react'
import { Combobox, type ComboboxItem } from '@/components/ui/combobox.client'
import { Field } from '@/components/ui/field.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import { notify } from '@/components/ui/toaster.client'
import { messageOf } from '../api/request'
import { createByline, searchBylines } from '../api/shelves'
import type { ArticleFacts } from '../article-facts'
import { moved } from '../node-views/moved'
import { FieldBox } from './field-box.client'
import type { FieldSaver } from './field-saver'
import { useField } from './use-field.client'

type Credit = { bylineId: string; role: string }

const ROLES = ['Reported by', 'Written by', 'Additional reporting by', 'Translated by', 'Edited by', 'Photographs by']

/** Who wrote it and in what part, in the order in which readers see them. */
export function BylinesField({ saver, facts, canEdit }: { saver: FieldSaver; facts: ArticleFacts; canEdit: boolean }) {
  const rolesId = useId()
  const entry = useField(saver, 'bylines')
  const [known, setKnown] = useState<Record<string, string>>({})
  const [round, setRound] = useState(0)
  const names: Record<string, string> = {
    ...Object.fromEntries(facts.names.bylines.map(({ id, name }) => [id, name])),
    ...known,
  }
  const nameOf = (id: string) => names[id] ?? 'Somebody'
  const credits = entry.value

  function add(item: ComboboxItem | null) {
    if (item === null) return
    setKnown((before) => ({ ...before, [item.id]: item.label }))
    if (!credits.some(({ bylineId }) => bylineId === item.id)) entry.set([...credits, { bylineId: item.id, role: '' }])
    // The field is for the next name now.
    setRound((before) => before + 1)
  }

  async function create(name: string): Promise<ComboboxItem | null> {
    try {
      const byline = await createByline(name)
      return { id: byline.id, label: byline.name }
    } catch (error) {
      notify.problem(messageOf(error))
      return null
    }
  }

  async function search(words: string, signal: AbortSignal): Promise<ComboboxItem[]> {
    const found = await searchBylines(words, signal)
    return found
      .filter(({ id }) => !credits.some(({ bylineId }) => bylineId === id))
      .map(({ id, name, hasLogin }) => ({ id, label: name, detail: hasLogin ? undefined : 'No login' }))
  }

  return (
    <FieldBox
      saver={saver}
      name="bylines"
      entry={{ ...entry, field: 'bylines' }}
      inWords={(value) =>
        (value as Credit[]).map(({ bylineId, role }) => `${role} ${nameOf(bylineId)}`.trim()).join('; ')
      }
    >
      {credits.length > 0 ? (
        <ol aria-label="Bylines" className="flex flex-col gap-3">
          {credits.map((credit, index) => (
            <CreditRow
              key={credit.bylineId}
              name={nameOf(credit.bylineId)}
              role={credit.role}
              rolesId={rolesId}
              canEdit={canEdit}
              onRole={(role) => entry.set(credits.map((other) => (other === credit ? { ...other, role } : other)))}
              onUp={index === 0 ? null : () => entry.set(moved(credits, index, index - 1))}
              onDown={index === credits.length - 1 ? null : () => entry.set(moved(credits, index, index + 1))}
              onRemove={() => entry.set(credits.filter((other) => other !== credit))}
            />
          ))}
        </ol>
      ) : null}
      <datalist id={rolesId}>
        {ROLES.map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <Field label="Add a byline" hideLabel={credits.length > 0}>
        <Combobox
          key={round}
          disabled={!canEdit}
          value={null}
          onChange={add}
          search={search}
          create={create}
          createLabel={(words) => `Add “${words}” as a guest byline`}
          placeholder={credits.length > 0 ? 'Add another name' : 'Find or add a name'}
          emptyText="Nobody has this name yet."
        />
      </Field>
    </FieldBox>
  )
}

function CreditRow({
  name,
  role,
  rolesId,
  canEdit,
  onRole,
  onUp,
  onDown,
  onRemove,
}: {
  name: string
  role: string
  rolesId: string
  canEdit: boolean
  onRole: (role: string) => void
  onUp: (() => void) | null
  onDown: (() => void) | null
  onRemove: () => void
}) {
  return (
    <li className="rounded-md border border-line bg-side px-3 py-2">
      <div className="flex items-center gap-1">
        <span className="min-w-0 flex-1 truncate font-medium text-sm">{name}</span>
        {canEdit ? (
          <>
            <IconButton
              label={`Move up: ${name}`}
              size="small"
              disabled={onUp === null}
              icon={<ArrowUp aria-hidden="true" className="size-3.5" />}
              onClick={() => onUp?.()}
            />
            <IconButton
              label={`Move down: ${name}`}
              size="small"
              disabled={onDown === null}
              icon={<ArrowDown aria-hidden="true" className="size-3.5" />}
              onClick={() => onDown?.()}
            />
            <IconButton
              label={`Remove: ${name}`}
              size="small"
              icon={<X aria-hidden="true" className="size-3.5" />}
              onClick={onRemove}
            />
          </>
        ) : null}
      </div>
      <Input
        aria-label={`Role of ${name}`}
        list={rolesId}
        maxLength={60}
        autoComplete="off"
        placeholder="Role, such as: Translated by"
        value={role}
        onChange={(event) => onRole(event.target.value)}
        className="mt-1"
      />
    </li>
  )
}
