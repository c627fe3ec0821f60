'use server'

import { SetClaimRules, setClaimRules } from '@/lib/claims/claim-rules'
import { action } from '@/lib/http/action'

export const setRules = action({ permission: 'claim.rules', input: SetClaimRules }, setClaimRules)
