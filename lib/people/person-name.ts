import { z } from 'zod'

/** A person's name as it is printed: one line, no control characters, 1 to 120 characters. */
export const PersonName = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(120, 'A name has at most 120 characters.')
  .refine((name) => !/[\p{Cc}\p{Zl}\p{Zp}<>]/u.test(name), 'A name is one line, without < and >.')
  .transform((name) => name.normalize('NFC').replace(/\s+/gu, ' '))
