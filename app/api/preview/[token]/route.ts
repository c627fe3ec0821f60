import { z } from 'zod'
import { clientAddress } from '@/lib/auth/client-address'
import { KnownError } from '@/lib/errors'
import { parseInput } from '@/lib/http/answers'
import { route } from '@/lib/http/route'
import { seeOther } from '@/lib/http/see-other'
import { commentAsOutsider } from '@/lib/outsiders/comment-as-outsider'
import { notSentPage } from '@/lib/outsiders/not-sent-page'
import { outsiderForm } from '@/lib/outsiders/outsider-input'
import { signAsOutsider } from '@/lib/outsiders/sign-as-outsider'
import { readSettings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

const Params = z.object({ token: z.string().max(200) })
const Fields = z.record(z.string(), z.unknown())

/** What the forms behind a secret link send; proxy.ts hands it on from the page's own address. */
export const POST = route(
  {
    permission: 'anyone',
    params: Params,
    body: Fields,
    bodyIs: 'form',
    mostBytes: 100_000,
    acceptsHiddenOrigin: true,
  },
  async ({ params: { token }, body, request }) => {
    const { language } = await readSettings()
    try {
      const form = parseInput(outsiderForm(wordsFor(language).preview.notSent), body)
      const network = clientAddress(request.headers)
      if (form.form === 'comment') await commentAsOutsider(token, form, network)
      else await signAsOutsider(token, form, network)
      return seeOther(`/preview/${token}?sent=${form.form}#answer`)
    } catch (error) {
      if (error instanceof KnownError)
        return notSentPage(error, typeof body.words === 'string' ? body.words : '', language)
      throw error
    }
  },
)
