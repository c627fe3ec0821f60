// Runs in the browser of the newsroom before the framework and everything else. Readers' pages run nothing of the framework.
import { config } from 'zod/v4/core'
import { trustedTypes } from '@/lib/trusted-types'

// Addresses of code come as text, without a policy of their own, from the bundler (parts of a page, workers) and from React (scripts of a
// page to come). This is the policy for whatever has none: it lets in what the build made, and has no rule for HTML and code, which are
// refused as text.
trustedTypes?.createPolicy('default', { createScriptURL: (address) => (isOfBuild(address) ? address : null) })

/** As the browser will read it: the policy of these pages lets no <base> change that. */
function isOfBuild(address: string): boolean {
  const { origin, pathname } = new URL(address, location.href)
  return origin === location.origin && pathname.startsWith('/_next/static/')
}

// Zod would try whether it may make code of text, which the policy refuses and a browser reports.
config({ jitless: true })
