'use server'

import { CreateToken, createToken } from '@/lib/api/create-token'
import { RevokeToken, revokeToken } from '@/lib/api/revoke-token'
import { action } from '@/lib/http/action'
import { createWebhook } from '@/lib/webhooks/create-webhook'
import { deleteWebhook } from '@/lib/webhooks/delete-webhook'
import { EditWebhook, editWebhook } from '@/lib/webhooks/edit-webhook'
import { OneWebhook } from '@/lib/webhooks/one-webhook'
import { renewSecret } from '@/lib/webhooks/renew-secret'
import { SendAgain, sendAgain } from '@/lib/webhooks/send-again'
import { sendTest } from '@/lib/webhooks/send-test'
import { WebhookInput } from '@/lib/webhooks/webhook-input'

const permission = 'token.edit'

export const create = action({ permission, input: CreateToken }, createToken)
export const revoke = action({ permission, input: RevokeToken }, revokeToken)
export const createHook = action({ permission, input: WebhookInput }, createWebhook)
export const editHook = action({ permission, input: EditWebhook }, editWebhook)
export const removeHook = action({ permission, input: OneWebhook }, deleteWebhook)
export const renewHook = action({ permission, input: OneWebhook }, renewSecret)
export const testHook = action({ permission, input: OneWebhook }, sendTest)
export const sendHookAgain = action({ permission, input: SendAgain }, sendAgain)
