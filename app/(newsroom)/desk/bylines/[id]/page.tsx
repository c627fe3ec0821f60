import { ExternalLink } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { BylineAddress } from '@/components/newsroom/bylines/byline-address.client'
import { BylineFacts } from '@/components/newsroom/bylines/byline-facts'
import { BylineForm } from '@/components/newsroom/bylines/byline-form.client'
import { MergeByline } from '@/components/newsroom/bylines/merge-byline.client'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { ButtonLink } from '@/components/ui/button-link'
import { bylinePath } from '@/lib/articles/paths'
import { getKeptByline } from '@/lib/bylines/kept-bylines'
import { orNotFound, pageActor } from '@/lib/http/page'
import { change, changeAddress, merge, previewMerge } from '../actions'

export const metadata: Metadata = { title: 'Byline' }

export default async function BylinePage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('newsroom.enter', id ? `/desk/bylines/${id}` : '/desk/bylines')
  if (!id) notFound()
  const { slug, formerSlugs, values, isPublic, mayEdit, mayMerge } = await orNotFound(getKeptByline(actor, id))
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
      {mayMerge ? (
        <section aria-labelledby="address-and-merging" className="mt-10 border-line border-t pt-6">
          <h2 id="address-and-merging" className="font-semibold text-base">
            Address and merging
          </h2>
          <p className="mt-1 text-ink-soft text-sm">
            {formerSlugs.length === 0
              ? 'Whatever address it gets, this one keeps leading here.'
              : `These lead here, too: ${formerSlugs.map(bylinePath).join(', ')}.`}
          </p>
          <div className="mt-4 flex flex-wrap gap-2">
            <BylineAddress id={id} slug={slug} changeAddress={changeAddress} />
            <MergeByline byline={{ id, name: values.name, path }} preview={previewMerge} merge={merge} />
          </div>
        </section>
      ) : null}
    </PageBody>
  )
}
