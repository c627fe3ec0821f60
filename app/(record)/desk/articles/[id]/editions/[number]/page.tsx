import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PastEditionPage } from '@/components/newsroom/record/past-edition'
import { isId } from '@/lib/document/addresses'
import { orNotFound, pageActor } from '@/lib/http/page'
import { getEdition } from '@/lib/record/get-edition'
import { readSettings } from '@/lib/settings/settings'

export const metadata: Metadata = { title: 'Edition' }

/** The page exactly as readers saw it, for whoever works in the newsroom. */
export default async function EditionPage({ params }: { params: Promise<{ id: string; number: string }> }) {
  const { id, number } = await params
  const actor = await pageActor('article.read', `/desk/articles/${id}/editions/${number}`)
  if (!isId(id) || !/^[1-9]\d{0,5}$/.test(number)) notFound()
  const [edition, settings] = await Promise.all([
    orNotFound(getEdition(actor, { articleId: id, number: Number(number) })),
    readSettings(),
  ])
  return <PastEditionPage edition={edition} paper={settings.name} time={settings} />
}
