import { notFound, redirect } from 'next/navigation'
import { navGroupsFor } from '@/components/newsroom/nav-items'
import { pageActor } from '@/lib/http/page'

/** Leads to the first page of administration that is open to whoever asks. */
export default async function AdminPage() {
  const actor = await pageActor('newsroom.enter', '/admin')
  const [first] = navGroupsFor(actor)
    .flatMap(({ items }) => items)
    .filter(({ href }) => href.startsWith('/admin/'))
  if (first === undefined) notFound()
  redirect(first.href)
}
