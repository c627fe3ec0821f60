import { z } from 'zod'

/** How long a banner may stand, in minutes. */
export const BREAKING_MINUTES = [30, 60, 120, 240] as const
export type BreakingMinutes = (typeof BREAKING_MINUTES)[number]

/** One line on a desktop, two or three on a phone, and whole on the lock screen of most. */
export const BREAKING_TEXT_MOST = 110

/** What readers who had an alert are told of a story that was killed: its reason has room in it. */
export const WITHDRAWAL_TEXT_MOST = 600

export const StartBreaking = z.strictObject({
  text: z.string().max(1000),
  minutes: z.literal(BREAKING_MINUTES),
  /** Whether those who asked for alerts are told now. */
  isAlerting: z.boolean(),
  /** Why the banner states what somebody only says, where it does. 10 to 500 characters. */
  overrideReason: z.string().max(2000).optional(),
})
