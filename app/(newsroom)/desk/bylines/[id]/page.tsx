import { ExternalLink } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { BylineFacts } from '@/components/newsroom/bylines/byline-facts'
import { BylineForm } from '@/components/newsroom/bylines/byline-form.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { ButtonLink } from '@/components/ui/button-link'
import { bylinePath } from '@/lib/articles/paths'
import { getKeptByline } from '@/lib/bylines/kept-bylines'
import { orNotFound, pageActor } from '@/lib/http/page'
import { change } from '../actions'

export const metadata: Metadata = { title: 'Byline' }

export default async function BylinePage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('newsroom.enter', id ? `/desk/bylines/${id}` : '/desk/bylines')
  if (!id) notFound()
  const { slug, values, isPublic, mayEdit } = await orNotFound(getKeptByline(actor, id))
  const path = bylinePath(slug)
  const publicLink = isPublic ? (
    <ButtonLink href={path} icon={<ExternalLink aria-hidden="true" className="size-4" />}>
      Public page
    </ButtonLink>
  ) : null
  return (
    <PageBody width="narrow">
      <BackLink href="/desk/bylines">Bylines</BackLink>
      <PageHeader title={values.name} aside={publicLink}>
        {isPublic
          ? `Readers find this at ${path}.`
          : `Readers find this at ${path} as soon as a public article carries the byline.`}
        {mayEdit ? null : ' An editor changes it, or whoever signs in under this name.'}
      </PageHeader>
      {mayEdit ? (
        <BylineForm key={JSON.stringify(values)} id={id} values={values} change={change} />
      ) : (
        <BylineFacts values={values} />
      )}
    </PageBody>
  )
}
