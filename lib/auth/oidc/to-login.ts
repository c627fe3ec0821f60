import { seeOther } from '@/lib/http/see-other'
import { SsoProblem } from './sso-problem'

/** Somebody who did not get in is told why where they began. @throws what is no {@link SsoProblem}, as it came */
export function toLogin(error: unknown): Response {
  if (!(error instanceof SsoProblem)) throw error
  return seeOther(`/login?error=${error.reason}`)
}
