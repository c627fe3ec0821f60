import type { ActionResult } from '@/lib/http/action'
import type { PersonActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { getFactorsOf } from '@/lib/second-factor/get-factors'
import { ResetFactorButton } from './reset-factor.client'

/** What somebody has set up as a second factor, and the way to take it away. Nothing for whoever may not. */
export async function FactorOfPerson({
  actor,
  person,
  mayExceed,
  resetFactor,
}: {
  actor: PersonActor
  person: { id: string; name: string }
  /** They may do what the actor may not: then the actor takes nothing away. */
  mayExceed: boolean
  resetFactor: (input: { id: string }) => Promise<ActionResult<void>>
}) {
  if (!can(actor, 'people.resetFactor')) return null
  const { app, passkeys } = await getFactorsOf(actor, person.id)
  const has = [...(app ? ['an app for codes'] : []), ...(passkeys > 0 ? [inWords(passkeys)] : [])]
  return (
    <section>
      <h2 className="mb-3 font-semibold text-base">Second factor</h2>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line px-4 py-3">
        <p className="text-sm">{has.length === 0 ? 'None is set up.' : `${person.name} has ${has.join(' and ')}.`}</p>
        {has.length === 0 || actor.id === person.id || mayExceed ? null : (
          <ResetFactorButton person={person} resetFactor={resetFactor} />
        )}
      </div>
    </section>
  )
}

function inWords(passkeys: number): string {
  return passkeys === 1 ? 'a passkey' : `${passkeys} passkeys`
}
