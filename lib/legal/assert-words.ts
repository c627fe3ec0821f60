import type { z } from 'zod'
import { Invalid } from '../errors'
import type { Verdict } from './legal-input'

/** What the newsroom is told. */
const SENTENCES = { noConditions: 'Say what has to be changed first.', noReason: 'Say why not.' }

/** Whoever does not simply sign says what is missing. @throws Invalid */
export function assertWords(verdict: z.infer<typeof Verdict>, words: string, say = SENTENCES): void {
  if (verdict === 'SIGNED' || words !== '') return
  const message = verdict === 'CONDITIONS' ? say.noConditions : say.noReason
  throw new Invalid(message, [{ field: 'words', code: 'no-words', message, severity: 'blocking' }])
}
