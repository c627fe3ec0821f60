'use server'

import { headers } from 'next/headers'
import { clientAddress } from '@/lib/auth/client-address'
import { RequestSignInLink, requestSignInLink } from '@/lib/auth/request-sign-in-link'
import { cookieName } from '@/lib/auth/session-cookie'
import { setCookies } from '@/lib/auth/set-cookies'
import { LINK_MINUTES } from '@/lib/auth/sign-in-link-mail'
import { placeAfter, signedInCookies } from '@/lib/auth/signed-in-cookies'
import { signInByLink, UseSignInLink } from '@/lib/auth/use-sign-in-link'
import { readCookies, secretIn, visitOf } from '@/lib/auth/visit'
import { action } from '@/lib/http/action'

export const askForLink = action({ permission: 'anyone', input: RequestSignInLink }, async (_actor, input) => {
  const { browserSecret } = await requestSignInLink(clientAddress(await headers()), input)
  await setCookies([{ name: 'link', value: browserSecret, seconds: LINK_MINUTES * 60 }])
})

/** Answers where to go then. */
export const enterByLink = action({ permission: 'anyone', input: UseSignInLink }, async (_actor, { token }) => {
  const sent = await headers()
  const visit = await visitOf(sent)
  const browserSecret = secretIn(readCookies(sent).get(cookieName('link')))
  const { entered, next } = await signInByLink(visit, { token, browserSecret })
  await setCookies([...(await signedInCookies(entered, visit.deviceSecret)), { name: 'link', value: '', seconds: 0 }])
  return { path: placeAfter(entered, next) }
})
