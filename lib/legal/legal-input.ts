import { z } from 'zod'

const MOST_CHARACTERS = 5_000

/** Everything that is no character to read, line ends and tabs aside. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

/** Plain words of some lines, at most 5,000 characters as they are stored. */
export const LegalWords = z
  .string()
  .max(MOST_CHARACTERS + 1_000)
  .transform((text) => text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '').normalize('NFC').trim())
  .refine((text) => text.length <= MOST_CHARACTERS, 'At most 5,000 characters fit here.')

/** What a lawyer may answer. */
export const Verdict = z.enum(['SIGNED', 'CONDITIONS', 'REFUSED'])
