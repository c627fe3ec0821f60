import { z } from 'zod'
import { EmailAddress } from '../people/email-address'

/** Whose data it is about: one address, as it is stored. It comes in a body and never in the address of a page, which is kept in many places. */
export const OneAddress = z.strictObject({ address: z.string().max(500).pipe(EmailAddress) })
export type OneAddress = z.output<typeof OneAddress>
