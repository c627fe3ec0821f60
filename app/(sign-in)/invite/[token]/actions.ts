'use server'

import { action } from '@/lib/http/action'
import { AcceptInvitation, acceptInvitation } from '@/lib/people/accept-invitation'
import { SetUpNewsroom, setUpNewsroom } from '@/lib/people/set-up-newsroom'

export const accept = action({ permission: 'anyone', input: AcceptInvitation }, (_actor, input) =>
  acceptInvitation(input),
)

export const setUp = action({ permission: 'anyone', input: SetUpNewsroom }, (_actor, input) => setUpNewsroom(input))
