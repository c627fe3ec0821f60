import { createHash } from 'node:crypto'

type Known = {
  kind: string
  speakerId: string
  quote: string
  saidAt: Date | null
  toWhom: string
  place: string
  basis: string | null
  evidenceUrl: string
  isForReaders: boolean
}

/** Changes when anything does that is known of an event: whoever saves over somebody else's change is told. */
export function eventFingerprint({ saidAt, ...rest }: Known): string {
  const { kind, speakerId, quote, toWhom, place, basis, evidenceUrl, isForReaders } = rest
  const known = [kind, speakerId, quote, saidAt?.toISOString() ?? null, toWhom, place, basis, evidenceUrl, isForReaders]
  return createHash('sha256').update(JSON.stringify(known)).digest('base64url')
}
