import type { ActionResult } from '@/lib/http/action'
import type { RolePreview } from '@/lib/roles/preview-role'
import type { SeenRole, SentRole } from '@/lib/roles/role-input'

/** What can be done to roles, as the page hands it down. */
export type RoleActions = {
  preview: (input: SentRole & { id: string | null; version: number }) => Promise<ActionResult<RolePreview>>
  create: (input: SentRole) => Promise<ActionResult<{ id: string }>>
  edit: (input: SentRole & SeenRole) => Promise<ActionResult<void>>
  reset: (input: SeenRole) => Promise<ActionResult<void>>
  remove: (input: SeenRole & { moveTo: string | null }) => Promise<ActionResult<void>>
}
