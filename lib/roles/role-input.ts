import { z } from 'zod'
import { RoleId } from '../people/role-to-give'
import { ACTIONS } from '../policy/role-grants'
import { type Action, CHOICES, type Grant } from '../policy/table'

/** Every right and how far it reaches: all of them, so that a form which knows of fewer takes none away. */
export type RoleGrants = Record<Action, Grant>

const RoleName = z
  .string()
  .trim()
  .min(1, 'Give the role a name.')
  .max(60, 'A name has at most 60 characters.')
  .refine((name) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]/u.test(name), 'A name is one line, without < and >.')
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' '))

const Grants = z
  .strictObject(Object.fromEntries(ACTIONS.map((action) => [action, z.enum(CHOICES[action])])))
  .transform((grants) => grants as RoleGrants)

/** What can be said of a role: the form and the server parse the same. */
export const RoleInput = z.strictObject({
  name: RoleName,
  description: z
    .string()
    .trim()
    .max(300, 'At most 300 characters fit here.')
    .refine((words) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(words), 'A description is one line.'),
  grants: Grants,
  needsSecondFactor: z.boolean(),
  graceDays: z.int('Give a number of days.').min(0, 'From 0 to 90 days.').max(90, 'From 0 to 90 days.'),
})
export type RoleInput = z.output<typeof RoleInput>

/** As the browser sends it. */
export type SentRole = z.input<typeof RoleInput>

/** Which role is meant, as it was when the form was opened. */
export const SeenRole = z.strictObject({ id: RoleId, version: z.int().min(0) })
export type SeenRole = z.output<typeof SeenRole>

export const EditRole = RoleInput.extend(SeenRole.shape)
/** `id` null: of a role that is to be made. */
export const PreviewRole = RoleInput.extend({ id: RoleId.nullable(), version: z.int().min(0) })
export const DeleteRole = SeenRole.extend({ moveTo: RoleId.nullable() })
