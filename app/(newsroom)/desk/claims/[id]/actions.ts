'use server'

import { z } from 'zod'
import { RegisterEvent, registerEvent, unregisterEvent } from '@/lib/claims/register-event'
import { action } from '@/lib/http/action'

export const putDown = action({ permission: 'claim.register', input: RegisterEvent }, registerEvent)

export const takeOff = action(
  { permission: 'claim.register', input: z.strictObject({ eventId: z.uuid('This is not an id.') }) },
  unregisterEvent,
)
