import { z } from 'zod'

const MOST_CHARACTERS = 5_000

/** Everything that is no character to read, line ends and tabs aside. */
const CONTROLS = /[^\P{Cc}\n\t]/gu

/** Plain words of some lines, at most 5,000 characters as they are stored. @param tooLong what is said of more */
export function legalWords(tooLong: string) {
  return z
    .string()
    .max(MOST_CHARACTERS + 1_000, tooLong)
    .transform((text) => text.replace(/\r\n?/gu, '\n').replace(CONTROLS, '').normalize('NFC').trim())
    .refine((text) => text.length <= MOST_CHARACTERS, tooLong)
}

export const LegalWords = legalWords('At most 5,000 characters fit here.')

/** What a lawyer may answer. */
export const Verdict = z.enum(['SIGNED', 'CONDITIONS', 'REFUSED'])
