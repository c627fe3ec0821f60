import { notFound, redirect } from 'next/navigation'
import { currentActor } from '@/lib/auth/current-actor'
import { KnownError } from '@/lib/errors'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import type { Action } from '@/lib/policy/table'

/**
 * Who looks at a page of the newsroom. Signed out: to the sign-in page and back. Not allowed: a 404, because whoever may
 * not see a page need not know that it exists.
 *
 * @param path where to come back to after signing in, as a path of ours
 */
export async function pageActor(permission: Action, path: string): Promise<PersonActor> {
  const actor = await currentActor()
  if (actor.kind !== 'person') redirect(`/login?next=${encodeURIComponent(path)}`)
  if (actor.secondFactor?.isOverdue) redirect('/desk/account/second-factor')
  if (!can(actor, permission)) notFound()
  return actor
}

/**
 * Who looks at a page about themselves, which everybody has who is signed in: also whoever has to set a second factor up before they may do
 * anything else.
 *
 * @param path where to come back to after signing in, as a path of ours
 */
export async function ownPageActor(path: string): Promise<PersonActor> {
  const actor = await currentActor()
  if (actor.kind !== 'person') redirect(`/login?next=${encodeURIComponent(path)}`)
  return actor
}

/** Runs a read for a page; what a person may not see, or what does not exist, is the page's 404. */
export async function orNotFound<Value>(read: Promise<Value>): Promise<Value> {
  try {
    return await read
  } catch (error) {
    if (error instanceof KnownError && (error.status === 404 || error.status === 403 || error.status === 400))
      notFound()
    throw error
  }
}
