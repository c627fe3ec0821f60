import { clientAddress } from '@/lib/auth/client-address'
import { NotFound, RateLimited } from '@/lib/errors'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'
import { SignUpForm, signedUpId } from '@/lib/newsletters/sign-up-form'
import { subscribe } from '@/lib/newsletters/subscribe'
import { tooManyPage } from '@/lib/reader-cache/error-page'
import { readSettings } from '@/lib/settings/settings'

/** Brings the reader back to the page that the form stood on, at the words that say what to do next. */
export const POST = route(
  { permission: 'anyone', body: SignUpForm, bodyIs: 'form', mostBytes: 10_000 },
  async ({ body, request }) => {
    const { email, newsletter, from, website } = body
    const done = seeOther(`${from}#${signedUpId(newsletter)}`)
    // A program filled in the field that people do not see. It is told what people are told.
    if (website !== '') return done
    try {
      await subscribe({ email, newsletterId: newsletter, network: clientAddress(request.headers) })
      return done
    } catch (error) {
      if (error instanceof RateLimited) return tooMany(error)
      if (error instanceof NotFound) return seeOther('/newsletters')
      throw error
    }
  },
)

async function tooMany({ status, retryAfterSeconds }: RateLimited): Promise<Response> {
  const { language } = await readSettings()
  return new Response(new Uint8Array(tooManyPage(language, retryAfterSeconds)), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': String(retryAfterSeconds),
    },
  })
}
