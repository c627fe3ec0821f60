'use server'

import { headers } from 'next/headers'
import { clientAddress } from '@/lib/auth/client-address'
import { action } from '@/lib/http/action'
import { confirmEmailChange, EmailChangeLink } from '@/lib/people/confirm-email-change'
import { undoEmailChange } from '@/lib/people/undo-email-change'

export const confirm = action({ permission: 'anyone', input: EmailChangeLink }, async (_actor, input) =>
  confirmEmailChange(clientAddress(await headers()), input),
)

export const undo = action({ permission: 'anyone', input: EmailChangeLink }, async (_actor, input) =>
  undoEmailChange(clientAddress(await headers()), input),
)
