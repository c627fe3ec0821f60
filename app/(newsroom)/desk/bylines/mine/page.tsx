import { notFound, redirect } from 'next/navigation'
import { findOwnByline } from '@/lib/bylines/kept-bylines'
import { pageActor } from '@/lib/http/page'

/** The way to one's own byline. */
export default async function OwnBylinePage() {
  const actor = await pageActor('newsroom.enter', '/desk/bylines/mine')
  const id = await findOwnByline(actor)
  if (id === null) notFound()
  redirect(`/desk/bylines/${id}`)
}
