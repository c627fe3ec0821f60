'use server'

import { z } from 'zod'
import { changeDesk } from '@/lib/desks/change-desk'
import { createDesk } from '@/lib/desks/create-desk'
import { deleteDesk } from '@/lib/desks/delete-desk'
import { DeskInput } from '@/lib/desks/desk-input'
import { moveDesk } from '@/lib/desks/move-desk'
import { action } from '@/lib/http/action'

const One = z.strictObject({ id: z.uuid() })

export const create = action({ permission: 'desk.edit', input: DeskInput }, createDesk)

export const change = action({ permission: 'desk.edit', input: DeskInput.extend({ id: z.uuid() }) }, changeDesk)

export const move = action({ permission: 'desk.edit', input: One.extend({ to: z.enum(['up', 'down']) }) }, moveDesk)

export const remove = action({ permission: 'desk.edit', input: One }, deleteDesk)
