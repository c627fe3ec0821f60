'use server'

import { headers } from 'next/headers'
import { clientAddress } from '@/lib/auth/client-address'
import { action } from '@/lib/http/action'
import { RequestReset, requestReset } from '@/lib/people/request-reset'

export const askForReset = action({ permission: 'anyone', input: RequestReset }, async (_actor, input) =>
  requestReset(clientAddress(await headers()), input),
)
