import { type NextRequest, NextResponse } from 'next/server'
import { SignUpForm } from './lib/newsletters/sign-up-form'

export const config = {
  matcher: [
    '/newsletters/confirm/:token',
    '/newsletters/unsubscribe/:token',
    '/api/newsletters/subscribe',
    '/preview/:token',
  ],
}

/**
 * Shows the right page for newsletter links and forms, and hands on what is posted behind a secret link. Nothing is protected here: each handler behind it checks everything
 * again, and the app is as safe without this file.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.nextUrl.pathname === '/api/newsletters/subscribe') return await showFormAgain(request)
  if (request.method === 'POST') {
    // The links of mails, and secret ones, lead to pages; what their buttons send is handled under /api.
    return NextResponse.rewrite(new URL(`/api${request.nextUrl.pathname}`, request.url))
  }
  // The server in front says everything about these.
  if (request.nextUrl.pathname.startsWith('/preview/')) return NextResponse.next()
  return NextResponse.next({
    headers: {
      'Cache-Control': 'private, no-store',
      // The path holds a token. Not no-referrer: that takes the origin from the form's POST too.
      'Referrer-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
    },
  })
}

/** What cannot be an address goes back to the form with what was typed, which no address bar and no log ever shows. */
async function showFormAgain(request: NextRequest): Promise<NextResponse> {
  const form = await readForm(request)
  if (form === null || SignUpForm.shape.email.safeParse(form.email).success) return NextResponse.next()
  const page = new URL('/newsletters/not-an-address', request.url)
  for (const name of ['email', 'newsletter', 'from']) {
    const value = form[name]
    if (typeof value === 'string') page.searchParams.set(name, value.slice(0, 500))
  }
  return NextResponse.rewrite(page, { status: 400 })
}

async function readForm(request: NextRequest): Promise<Record<string, unknown> | null> {
  if (request.method !== 'POST' || Number(request.headers.get('content-length') ?? 0) > 10_000) return null
  try {
    return Object.fromEntries(await request.formData())
  } catch {
    return null
  }
}
