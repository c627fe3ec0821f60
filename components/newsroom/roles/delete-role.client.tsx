'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import type { KeptRole } from '@/lib/roles/readers'
import type { RoleActions } from './role-actions'
import type { RoleToCopy } from './role-draft'

/** Deletes a role. Whoever has it is given another one in the same moment. */
export function DeleteRole({
  role,
  version,
  others,
  remove,
  onGone,
}: {
  role: KeptRole
  version: number
  others: readonly RoleToCopy[]
  remove: RoleActions['remove']
  onGone: () => void
}) {
  const [moveTo, setMoveTo] = useState('')
  const { people } = role

  async function confirm(): Promise<string | undefined> {
    if (people.length > 0 && moveTo === '') return 'Choose the role that they get.'
    const result = await remove({ id: role.id, version, moveTo: people.length === 0 ? null : moveTo })
    if (!result.ok) return result.problem.message
    onGone()
    return undefined
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="danger">Delete…</Button>}
      title={`Delete “${role.name}”?`}
      confirmLabel="Delete"
      isDangerous
      onConfirm={confirm}
    >
      {people.length === 0 ? (
        'Nobody has this role.'
      ) : (
        <>
          <p>{peopleWords(people.map(({ name }) => name))}</p>
          <Field label="They get the role">
            <Select value={moveTo} onChange={(event) => setMoveTo(event.target.value)}>
              <option value="">Choose one</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </ConfirmDialog>
  )
}

function peopleWords(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ')
  const rest = names.length - 5
  return `${names.length === 1 ? 'One person has' : `${names.length} people have`} this role: ${shown}${rest > 0 ? ` and ${rest} more` : ''}.`
}
