'use server'

import { action } from '@/lib/http/action'
import { createRole } from '@/lib/roles/create-role'
import { deleteRole } from '@/lib/roles/delete-role'
import { editRole } from '@/lib/roles/edit-role'
import { previewRole } from '@/lib/roles/preview-role'
import { resetRole } from '@/lib/roles/reset-role'
import { DeleteRole, EditRole, PreviewRole, RoleInput, SeenRole } from '@/lib/roles/role-input'

export const preview = action({ permission: 'role.edit', input: PreviewRole }, previewRole)

export const create = action({ permission: 'role.edit', input: RoleInput }, createRole)

export const edit = action({ permission: 'role.edit', input: EditRole }, editRole)

export const reset = action({ permission: 'role.edit', input: SeenRole }, resetRole)

export const remove = action({ permission: 'role.edit', input: DeleteRole }, deleteRole)
