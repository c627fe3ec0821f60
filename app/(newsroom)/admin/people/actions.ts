'use server'

import { z } from 'zod'
import { endSession as end } from '@/lib/auth/end-session'
import { endSessions } from '@/lib/auth/end-sessions'
import { action } from '@/lib/http/action'
import { ChangeRole, changeRole } from '@/lib/people/change-role'
import { DeactivatePerson, deactivatePerson } from '@/lib/people/deactivate-person'
import { inviteMany as inviteAll } from '@/lib/people/invite-many/invite-many'
import { InvitationList, previewInvitations } from '@/lib/people/invite-many/preview-invitations'
import { InvitePerson, invitePerson } from '@/lib/people/invite-person'
import { lookAtLeaving } from '@/lib/people/leaving/look-at-leaving'
import { resendInvitations, revokeInvitations, SeveralPeople } from '@/lib/people/many-invitations'
import { reactivatePerson } from '@/lib/people/reactivate-person'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { revokeInvitation } from '@/lib/people/revoke-invitation'
import { ResetFactor, resetFactor as reset } from '@/lib/second-factor/reset-factor'

const OnePerson = z.strictObject({ id: z.uuid() })

export const invite = action({ permission: 'people.invite', input: InvitePerson }, invitePerson)

export const resend = action({ permission: 'people.invite', input: OnePerson }, resendInvitation)

export const revoke = action({ permission: 'people.invite', input: OnePerson }, revokeInvitation)

export const previewMany = action({ permission: 'people.invite', input: InvitationList }, previewInvitations)

export const inviteMany = action({ permission: 'people.invite', input: InvitationList }, inviteAll)

export const resendMany = action({ permission: 'people.invite', input: SeveralPeople }, resendInvitations)

export const revokeMany = action({ permission: 'people.invite', input: SeveralPeople }, revokeInvitations)

export const giveRole = action({ permission: 'people.changeRole', input: ChangeRole }, changeRole)

export const deactivate = action({ permission: 'people.deactivate', input: DeactivatePerson }, deactivatePerson)

export const leaving = action({ permission: 'people.deactivate', input: OnePerson }, lookAtLeaving)

export const reactivate = action({ permission: 'people.deactivate', input: OnePerson }, reactivatePerson)

export const endSession = action(
  { permission: 'self', input: z.strictObject({ sessionId: z.uuid() }) },
  (actor, { sessionId }) => end(actor, sessionId),
)

export const resetFactor = action({ permission: 'people.resetFactor', input: ResetFactor }, reset)
export const endAll = action(
  { permission: 'self', input: z.strictObject({ personId: z.uuid() }) },
  (actor, { personId }) => endSessions(actor, personId),
)
