import { z } from 'zod'

/** Words that stand on one line wherever they are printed. @param most how many characters */
export function line(most: number) {
  return z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(z.string().max(most, `At most ${most} characters fit here.`))
}
