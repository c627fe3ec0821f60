import { z } from 'zod'

export const OneWebhook = z.strictObject({ id: z.uuid() })
