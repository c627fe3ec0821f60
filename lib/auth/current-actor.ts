import { cookies } from 'next/headers'
import { cache } from 'react'
import type { Actor } from '@/lib/policy/actor'
import { checkSession } from './check-session'
import { cookieName, openSession } from './session-cookie'

/**
 * Who makes the present request. Asked once for each request, however many parts of a page want to know.
 * Only the doors in lib/http call this.
 */
export const currentActor: () => Promise<Actor> = cache(async () => {
  const claims = await openSession((await cookies()).get(cookieName('session'))?.value)
  return claims ? checkSession(claims.secret) : { kind: 'nobody' }
})
