'use server'

import { action } from '@/lib/http/action'
import { RequestEmailChange, requestEmailChange } from '@/lib/people/request-email-change'

export const changeEmail = action({ permission: 'newsroom.enter', input: RequestEmailChange }, requestEmailChange)
