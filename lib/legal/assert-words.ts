import type { z } from 'zod'
import { Invalid } from '../errors'
import type { Verdict } from './legal-input'

/** Whoever does not simply sign says what is missing. @throws Invalid */
export function assertWords(verdict: z.infer<typeof Verdict>, words: string): void {
  if (verdict === 'SIGNED' || words !== '') return
  const message = verdict === 'CONDITIONS' ? 'Say what has to be changed first.' : 'Say why not.'
  throw new Invalid(message, [{ field: 'words', code: 'no-words', message, severity: 'blocking' }])
}
