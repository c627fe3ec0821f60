import type { Metadata } from 'next'
import { AskForLinkForm } from '@/components/newsroom/people/ask-for-link-form.client'
import { assertLinksAreOn } from '@/lib/auth/request-sign-in-link'
import { safePath } from '@/lib/auth/safe-path'
import { orNotFound } from '@/lib/http/page'
import { askForLink } from './actions'

export const metadata: Metadata = { title: 'Sign in by mail' }

export default async function AskForLinkPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  await orNotFound(assertLinksAreOn())
  return <AskForLinkForm next={safePath((await searchParams).next)} ask={askForLink} />
}
