import { z } from 'zod'

/** What somebody calls a passkey: "Work laptop". */
export const PasskeyName = z
  .string()
  .trim()
  .min(1, 'Give it a name by which you know it again.')
  .max(80, 'A name has at most 80 characters.')
  .refine((name) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name), 'A name is one line.')
  .transform((name) => name.normalize('NFC'))
