import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { BackLink } from '@/components/newsroom/people/back-link'
import { RelativeTime } from '@/components/newsroom/relative-time'
import { ClaimsBehind } from '@/components/newsroom/sources/claims-behind'
import { EditSource } from '@/components/newsroom/sources/edit-source.client'
import { EraseSource } from '@/components/newsroom/sources/erase-source.client'
import { SealedName } from '@/components/newsroom/sources/sealed-name.client'
import { SourceBadges } from '@/components/newsroom/sources/source-badges'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { now } from '@/lib/clock'
import { orNotFound, pageActor } from '@/lib/http/page'
import { listNames } from '@/lib/people/list-names'
import { getSource, type InsideSource, type ShownSource } from '@/lib/sources/get-source'
import * as actions from '../actions'

export const metadata: Metadata = { title: 'Source' }

/** One source. What is sealed of it is not in the page: whoever may see it asks for it. */
export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const id = z.uuid().safeParse((await params).id).data
  const actor = await pageActor('source.read', id ? `/desk/sources/${id}` : '/desk/sources')
  if (!id) notFound()
  const source = await orNotFound(getSource(actor, id))
  const { change, erase, find, reveal, changeSecret, findClaims, claimEvents, use, stopUse } = actions
  const names = source.mayEdit ? await listNames(actor) : []
  const people = names
    .filter(({ isActive }) => isActive)
    .map(({ id: personId, name }) => ({ id: personId, label: name }))
  return (
    <PageBody width="narrow">
      <BackLink href="/desk/sources">Sources</BackLink>
      <PageHeader
        title={<span className="wrap-anywhere">{source.codeName}</span>}
        aside={
          source.mayEdit && source.inside ? (
            <span className="flex flex-wrap gap-2">
              <EditSource
                key={source.version}
                source={formOf(source, source.inside)}
                people={people}
                actions={{ change, find }}
              />
              <EraseSource source={source} erase={erase} />
            </span>
          ) : null
        }
      >
        <span className="mt-2 flex flex-wrap items-center gap-2">
          <SourceBadges source={source} />
        </span>
      </PageHeader>
      {source.name === null ? null : (
        <Part title="Name">
          <p className="wrap-anywhere">{source.name}</p>
        </Part>
      )}
      {source.inside === null ? (
        source.isConfidential ? (
          <EmptyState
            icon={<Lock aria-hidden="true" />}
            title="The name is sealed"
            className="rounded-lg border border-line"
          >
            Only the people named on this source can see it. No role opens it, and no administrator.
          </EmptyState>
        ) : null
      ) : (
        <Inside source={source} inside={source.inside} actions={{ reveal, changeSecret }} />
      )}
      {source.claims === null ? null : (
        <Part title="Claims it stands behind">
          <ClaimsBehind
            sourceId={id}
            claims={source.claims}
            actions={source.mayUse ? { findClaims, claimEvents, use, stopUse } : null}
          />
        </Part>
      )}
      {source.inside === null ? null : <Views inside={source.inside} />}
    </PageBody>
  )
}

type InsideProps = {
  source: ShownSource
  inside: InsideSource
  actions: Pick<typeof actions, 'reveal' | 'changeSecret'>
}

function Inside({ source, inside, actions: { reveal, changeSecret } }: InsideProps) {
  const { id, isConfidential, mayEdit } = source
  return (
    <>
      <Part title={isConfidential ? 'Name' : 'Contact and notes'}>
        <SealedName
          key={source.version}
          id={id}
          isConfidential={isConfidential}
          mayEdit={mayEdit}
          actions={{ reveal, changeSecret }}
        />
      </Part>
      <Part title={isConfidential ? 'Who may see the name' : 'Who may see contact and notes'}>
        <ul className="space-y-1 text-sm">
          {inside.readers.map(({ id: personId, name, isActive }) => (
            <li key={personId} className="wrap-anywhere">
              {name} {isActive ? null : <Badge>Left the newsroom</Badge>}
            </li>
          ))}
        </ul>
        {inside.readers.filter(({ isActive }) => isActive).length === 1 ? (
          <p className="mt-2 text-ink-soft text-sm">
            Name somebody else, too: when the only one leaves, nobody can read it any more.
          </p>
        ) : null}
      </Part>
      {inside.sameOrigin.length === 0 ? null : (
        <Part title="Has it from the same place as">
          <ul className="space-y-1 text-sm">
            {inside.sameOrigin.map((other) => (
              <li key={other.id}>
                <Link href={`/desk/sources/${other.id}`} className="wrap-anywhere underline underline-offset-2">
                  {other.codeName}
                </Link>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-ink-soft text-sm">They count as one source.</p>
        </Part>
      )}
    </>
  )
}

function Views({ inside: { views, viewCount } }: { inside: InsideSource }) {
  return (
    <Part title="Who looked">
      {views.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody has looked yet.</p>
      ) : (
        <ul aria-label="Who looked" className="space-y-1 text-sm">
          {views.map(({ id, person, at }) => (
            <li key={id} className="wrap-anywhere">
              {person} <RelativeTime at={at} now={now()} className="text-ink-soft" />
            </li>
          ))}
        </ul>
      )}
      {viewCount > views.length ? (
        <p className="mt-2 text-ink-soft text-sm">
          The last {views.length} of {viewCount}. The audit log has them all.
        </p>
      ) : null}
    </Part>
  )
}

function formOf(source: ShownSource, { sameOrigin, readers }: InsideSource) {
  const { id, version, codeName, kind, terms, isConfidential, isKnown } = source
  const [other] = sameOrigin
  return {
    ...{ id, version, codeName, kind, terms, isConfidential, isKnown },
    sameOrigin: other ? { id: other.id, label: other.codeName } : null,
    readers: readers.map((reader) => ({ id: reader.id, label: reader.name })),
  }
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 font-semibold text-lg">{title}</h2>
      {children}
    </section>
  )
}
