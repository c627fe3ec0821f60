'use server'

import { TestConnection, testConnection } from '@/lib/auth/oidc/test-connection'
import { action } from '@/lib/http/action'
import { ChangeSignIn, changeSignIn } from '@/lib/settings/change-sign-in'

export const change = action({ permission: 'settings.edit', input: ChangeSignIn }, changeSignIn)

export const test = action({ permission: 'settings.edit', input: TestConnection }, (actor, input) =>
  testConnection(actor, input),
)
