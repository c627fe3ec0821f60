import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { safePath } from './safe-path'
import { cookieName, isSecureSite, openSession, sealSession } from './session-cookie'
import { SESSION_SECONDS } from './session-lifetime'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import type { Visit } from './visit'

const Typed = z.object({ email: z.string().max(1000), password: z.string().max(10_000) })
const SignedIn = z.object({ id: z.string(), secret: z.string() })

/**
 * What next-auth has no words for: what a use case threw while it was called (next-auth would turn it into a redirect with the message in
 * the address), and that the password was right and a second factor is asked for.
 */
export type Failure = { error?: unknown; pendingSecret?: string }

/**
 * next-auth as a carrier: it checks the CSRF token, asks `signIn`, and puts the session's secret into an encrypted cookie. Who
 * is signed in is decided by the session's row, every time.
 */
export function nextAuthOptions(visit: Visit & { host: string }, failure: Failure): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: isSecureSite(),
    cookies: {
      sessionToken: ownCookie('session'),
      csrfToken: ownCookie('csrf'),
      callbackUrl: ownCookie('callback'),
    },
    pages: { signIn: '/login', signOut: '/login', error: '/login' },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: {
      encode: ({ token }) => {
        const { id: sub, secret } = SignedIn.parse({ id: token?.sub, secret: token?.secret })
        return sealSession({ sub, secret })
      },
      decode: async ({ token }) => openSession(token),
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
        authorize: async (credentials) => {
          const typed = Typed.safeParse(credentials)
          if (!typed.success) return null
          const signedIn = await keepingFailure(failure, () => signIn(visit, typed.data))
          if (signedIn?.kind === 'asked') failure.pendingSecret = signedIn.pendingSecret
          return signedIn?.kind === 'in' ? { id: signedIn.personId, secret: signedIn.secret } : null
        },
      }),
    ],
    callbacks: {
      redirect: async ({ url }) => safePath(url, visit.host),
      jwt: async ({ token, user }) => {
        const signedIn = SignedIn.safeParse(user)
        return signedIn.success ? { sub: signedIn.data.id, secret: signedIn.data.secret } : token
      },
    },
    events: {
      signOut: ({ token }) => keepingFailure(failure, () => signOut(String(token.secret))),
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

function ownCookie(name: 'session' | 'csrf' | 'callback') {
  return {
    name: cookieName(name),
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecureSite() },
  }
}

async function keepingFailure<Value>(failure: Failure, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    failure.error = error
    throw error
  }
}
