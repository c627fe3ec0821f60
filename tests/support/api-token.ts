import { type Browser, expect } from '@playwright/test'
import { callAction } from './server-actions'
import { beSignedIn } from './sign-in'

/** The headers of a program with a new token of the sample newsroom that reads what readers have. */
export async function withToken(browser: Browser): Promise<{ Authorization: string }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await beSignedIn(page, 'ADMINISTRATOR')
  const make = { path: '/admin/tokens', file: '/admin/tokens/actions.ts', name: 'create' }
  const input = { name: 'Looks for what leaks', scopes: ['published:read'], days: 1 }
  const answer = await (await callAction(page, make, input)).text()
  await context.close()
  const [token] = /sf_[\w-]{43}/.exec(answer) ?? []
  expect(token, answer).toBeDefined()
  return { Authorization: `Bearer ${token}` }
}
