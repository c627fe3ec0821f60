'use server'

import { z } from 'zod'
import { endSession as end } from '@/lib/auth/end-session'
import { endSessions } from '@/lib/auth/end-sessions'
import { action } from '@/lib/http/action'
import { ChangeRole, changeRole } from '@/lib/people/change-role'
import { deactivatePerson } from '@/lib/people/deactivate-person'
import { InvitePerson, invitePerson } from '@/lib/people/invite-person'
import { reactivatePerson } from '@/lib/people/reactivate-person'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { revokeInvitation } from '@/lib/people/revoke-invitation'

const OnePerson = z.strictObject({ id: z.uuid() })

export const invite = action({ permission: 'people.invite', input: InvitePerson }, invitePerson)

export const resend = action({ permission: 'people.invite', input: OnePerson }, resendInvitation)

export const revoke = action({ permission: 'people.invite', input: OnePerson }, revokeInvitation)

export const giveRole = action({ permission: 'people.changeRole', input: ChangeRole }, changeRole)

export const deactivate = action({ permission: 'people.deactivate', input: OnePerson }, deactivatePerson)

export const reactivate = action({ permission: 'people.deactivate', input: OnePerson }, reactivatePerson)

export const endSession = action(
  { permission: 'session.end', input: z.strictObject({ sessionId: z.uuid() }) },
  (actor, { sessionId }) => end(actor, sessionId),
)

export const endAll = action(
  { permission: 'session.end', input: z.strictObject({ personId: z.uuid() }) },
  (actor, { personId }) => endSessions(actor, personId),
)
