import { finishSso } from '@/lib/auth/oidc/finish-sso'
import { toLogin } from '@/lib/auth/oidc/to-login'
import { cookieLine, cookieName } from '@/lib/auth/session-cookie'
import { cookieLines, placeAfter, signedInCookies } from '@/lib/auth/signed-in-cookies'
import { readCookies, secretIn, visitOf } from '@/lib/auth/visit'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'

export const dynamic = 'force-dynamic'

/** Back from the other house. */
export const GET = route({ permission: 'anyone' }, async ({ request }) => {
  const response = await finish(request)
  response.headers.append('Set-Cookie', cookieLine('sso', '', 0))
  return response
})

async function finish(request: Request): Promise<Response> {
  try {
    const visit = await visitOf(request.headers)
    const secret = secretIn(readCookies(request.headers).get(cookieName('sso')))
    const { entered, next } = await finishSso(visit, { secret, query: new URL(request.url).search })
    const response = seeOther(placeAfter(entered, next))
    for (const line of cookieLines(await signedInCookies(entered, visit.deviceSecret)))
      response.headers.append('Set-Cookie', line)
    return response
  } catch (error) {
    return toLogin(error)
  }
}
