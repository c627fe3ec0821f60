import { clientAddress } from '@/lib/auth/client-address'
import { SSO_SECONDS, startSso } from '@/lib/auth/oidc/start-sso'
import { toLogin } from '@/lib/auth/oidc/to-login'
import { cookieLine } from '@/lib/auth/session-cookie'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'

export const dynamic = 'force-dynamic'

/** To the other house, and back to ./callback. */
export const GET = route({ permission: 'anyone' }, async ({ request }) => {
  try {
    const next = new URL(request.url).searchParams.get('next')
    const { url, secret } = await startSso(clientAddress(request.headers), next)
    const response = seeOther(url)
    response.headers.append('Set-Cookie', cookieLine('sso', secret, SSO_SECONDS))
    return response
  } catch (error) {
    return toLogin(error)
  }
})
