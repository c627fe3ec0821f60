import { z } from 'zod'

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+=*$/)

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
  /** Nothing of it is read. */
  clientExtensionResults: z.record(z.string(), z.unknown()),
}

/** What a browser answers that was asked to sign with a passkey. */
export const SignedByPasskey = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(10_000),
    authenticatorData: base64url(10_000),
    signature: base64url(10_000),
    userHandle: base64url(200).nullish(),
  }),
})
export type SignedByPasskey = z.output<typeof SignedByPasskey>

/** What a browser answers that was asked to make a passkey. */
export const MadePasskey = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(10_000),
    attestationObject: base64url(50_000),
    transports: z.array(z.string().max(40)).max(20).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: base64url(20_000).optional(),
    authenticatorData: base64url(20_000).optional(),
  }),
})
export type MadePasskey = z.output<typeof MadePasskey>
