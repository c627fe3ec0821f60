'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field.client'
import { Select } from '@/components/ui/select.client'
import { ROLES, type Role } from '@/lib/policy/actor'
import { ROLE_WORDS } from './role-words'

/** The roles, with a sentence about the one that is chosen. */
export function RoleSelect({ defaultRole, error }: { defaultRole: Role; error?: string | undefined }) {
  const [role, setRole] = useState(defaultRole)
  return (
    <Field label="Role" hint={ROLE_WORDS[role].may} error={error}>
      <Select name="role" value={role} onChange={(event) => setRole(roleOf(event.target.value))}>
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {ROLE_WORDS[each].name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function roleOf(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'REPORTER'
}
