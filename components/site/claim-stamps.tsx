import type { SiteWords } from '@/lib/site-words/en'
import type { Stamp } from '@/lib/sources/stamp'

/** "Single source · documents seen": how many sources stand behind a claim, where the paper tells its readers. */
export function ClaimStamps({ stamps, words }: { stamps: readonly Stamp[]; words: SiteWords }) {
  if (stamps.length === 0) return null
  const { stamps: say } = words.claims
  return (
    <ul className="claim-stamps" aria-label={say.title}>
      {stamps.map((stamp) => (
        <li key={stamp.code}>{wordsOf(stamp, say)}</li>
      ))}
    </ul>
  )
}

function wordsOf({ code, voices }: Stamp, say: SiteWords['claims']['stamps']): string {
  switch (code) {
    case 'SINGLE_SOURCE':
      return say.single
    case 'INDEPENDENT_SOURCES':
      return say.independent(voices)
    case 'DOCUMENTS_SEEN':
      return say.documents
    case 'NOT_VERIFIED':
      return say.notVerified
  }
}
