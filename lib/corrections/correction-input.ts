import { z } from 'zod'
import { CORRECTION_KINDS, type CorrectionKind } from './correction-kinds'

/** How long a note to readers may be, in characters: the form and the server ask the same. */
export const CORRECTION_LENGTH = { least: 10, most: 1_000 }

const KINDS = Object.keys(CORRECTION_KINDS) as [CorrectionKind, ...CorrectionKind[]]

/** A note to readers as the newsroom sends it: one paragraph. */
export const CorrectionInput = z.strictObject({
  kind: z.enum(KINDS, 'Choose what kind of note it is.'),
  text: z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(CORRECTION_LENGTH.least, `Tell readers in at least ${CORRECTION_LENGTH.least} characters.`)
        .max(CORRECTION_LENGTH.most, `At most ${CORRECTION_LENGTH.most} characters fit here.`),
    ),
})

export type CorrectionInput = z.output<typeof CorrectionInput>
