import type { Stamp } from '@/lib/sources/stamp'

/** "Single source · documents seen": how many sources stand behind a claim, where the paper tells its readers. */
export function ClaimStamps({ stamps }: { stamps: readonly Stamp[] }) {
  if (stamps.length === 0) return null
  return (
    <ul className="claim-stamps" aria-label="What we know it from">
      {stamps.map(({ code, words }) => (
        <li key={code}>{words.charAt(0).toUpperCase() + words.slice(1)}</li>
      ))}
    </ul>
  )
}
