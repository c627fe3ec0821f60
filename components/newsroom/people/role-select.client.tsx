'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import type { RoleChoice } from '@/lib/people/list-roles'

/** The roles that may be given, with a sentence about the one that is chosen. */
export function RoleSelect({
  roles,
  defaultRole,
  error,
}: {
  roles: readonly RoleChoice[]
  defaultRole: string
  error?: string | undefined
}) {
  const [role, setRole] = useState(defaultRole)
  return (
    <Field label="Role" hint={roles.find(({ id }) => id === role)?.description} error={error}>
      <Select name="role" value={role} onChange={(event) => setRole(event.target.value)}>
        {roles
          .filter(({ id, canGive }) => canGive || id === defaultRole)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
    </Field>
  )
}
