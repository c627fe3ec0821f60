import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { currentActor } from '@/lib/auth/current-actor'
import type { Actor } from '@/lib/policy/actor'
import { admit, type Permission } from './admit'
import { type Problem, parseInput, problemOf } from './answers'
import { assertSameOrigin } from './same-origin'

export type ActionResult<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** A door as tests look at it, whatever it parses. */
export type ActionDoor = { permission: Permission | 'anyone'; input: z.ZodType }

/**
 * One of the two doors: every Server Action is made here. It refuses other origins, resolves who acts, asks the policy
 * whether that person may do such a thing at all, parses the input, and hands `(actor, input)` to a use case, which asks
 * again with the thing in hand. What the door asks can be read from what is returned: tests go through all of them.
 *
 * A Server Action is a public endpoint whatever page it stands on: that is why none is written without this.
 */
export function action<Schema extends z.ZodType, Value>(
  door: { permission: Permission | 'anyone'; input: Schema },
  run: (actor: Actor, input: z.output<Schema>) => Promise<Value>,
): ((input: z.input<Schema>) => Promise<ActionResult<Value>>) & { door: ActionDoor } {
  const enter = async (input: z.input<Schema>): Promise<ActionResult<Value>> => {
    let actor: Actor | undefined
    try {
      assertSameOrigin(await headers())
      actor = await currentActor()
      if (door.permission !== 'anyone') admit(actor, door.permission)
      return { ok: true, value: await run(actor, parseInput(door.input, input)) }
    } catch (error) {
      unstable_rethrow(error)
      return { ok: false, problem: problemOf(error, `action ${door.permission}`, actor) }
    }
  }
  return Object.assign(enter, { door })
}
