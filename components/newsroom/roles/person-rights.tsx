import type { Actor } from '@/lib/policy/actor'
import { getRightsOf } from '@/lib/roles/readers'

/** What somebody may do, desk by desk, in sentences; what they may not is a click away. */
export async function PersonRights({ actor, personId }: { actor: Actor; personId: string }) {
  const { may, mayNot } = await getRightsOf(actor, personId)
  return (
    <section aria-labelledby="rights">
      <h2 id="rights" className="mb-3 font-semibold text-base">
        Rights
      </h2>
      {may.length === 0 ? <p className="text-ink-soft text-sm">May not do anything.</p> : <Sentences lines={may} />}
      {mayNot.length === 0 ? null : (
        <details className="mt-4 text-sm">
          <summary className="cursor-pointer font-medium touch:py-2.5">What they may not do ({mayNot.length})</summary>
          <Sentences lines={mayNot} />
        </details>
      )}
    </section>
  )
}

function Sentences({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="mt-2 gap-x-8 text-ink-soft text-sm sm:columns-2">
      {lines.map((line) => (
        <li key={line} className="wrap-anywhere break-inside-avoid py-0.5 first-letter:uppercase">
          {line}
        </li>
      ))}
    </ul>
  )
}
