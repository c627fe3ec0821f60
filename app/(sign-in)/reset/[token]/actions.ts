'use server'

import { action } from '@/lib/http/action'
import { ResetPassword, resetPassword } from '@/lib/people/reset-password'

export const setPassword = action({ permission: 'anyone', input: ResetPassword }, (_actor, input) =>
  resetPassword(input),
)
