import { expect } from '@playwright/test'
import { type HttpPerson, signInOverHttp } from '@/tests/support/http-person'
import { signIns } from '@/tests/support/newsroom'

const url = process.env.E2E_URL ?? ''

/** One of the sample newsroom's people, without a browser. */
export async function overHttp(role: string): Promise<HttpPerson> {
  const found = signIns().find((each) => each.role === role)
  if (found === undefined) throw new Error(`The sample newsroom has no ${role}.`)
  return signInOverHttp(url, found)
}

/** The answer, if it is the one that is wanted. */
export async function taken(answer: Response, status = 200): Promise<Response> {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return answer
}
