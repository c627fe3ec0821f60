'use client'

import './neighbourhood.css'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { titlesOf } from '@/lib/document/document'
import type { FieldSaver } from '../around/field-saver'
import { useSurface } from '../surface-context.client'
import { InboundList } from './inbound-list.client'
import { LinkNotices } from './link-notices.client'
import { Neighbourhood } from './neighbourhood.client'
import { OutboundList } from './outbound-list.client'
import { RewireDialog } from './rewire-dialog.client'
import { SuggestedLinks } from './suggested-links.client'
import { useInbound } from './use-inbound.client'
import type { LinkNoticesHandle } from './use-link-notices.client'
import { useOutbound } from './use-outbound.client'

/** The page of the panel about links: what happened to targets, and what links here. */
export function LinksPage({
  notices,
  saver,
  canEdit,
}: {
  notices: LinkNoticesHandle
  saver: FieldSaver
  canEdit: boolean
}) {
  const { articleId, editor } = useSurface()
  const { state, more, again } = useInbound(articleId)
  const outbound = useOutbound(articleId, editor)
  const [isRewiring, setIsRewiring] = useState(false)
  const isEmpty = state.kind !== 'read' || !state.inbound.articles.some(({ mayEdit }) => mayEdit)

  return (
    <div className="flex flex-col">
      <LinkNotices handle={notices} canEdit={canEdit} />
      {state.kind === 'read' && outbound.kind === 'read' ? (
        <Neighbourhood
          inbound={state.inbound.articles}
          outbound={outbound.outbound}
          headline={titlesOf(editor.state.doc).headline}
        />
      ) : null}
      <section aria-label="Suggested" className="mb-6">
        <h3 className="mb-3 font-semibold text-sm">Suggested</h3>
        <SuggestedLinks saver={saver} canEdit={canEdit} />
      </section>
      <section aria-label="Links to" className="mb-6">
        <h3 className="mb-3 font-semibold text-sm">Links to</h3>
        <OutboundList state={outbound} />
      </section>
      <section aria-label="Linked from">
        <div className="mb-3 flex items-center justify-between gap-2">
          <h3 className="font-semibold text-sm">
            Linked from{state.kind === 'read' && state.inbound.total > 0 ? ` ${wordsOf(state.inbound.total)}` : ''}
          </h3>
          {isEmpty ? null : (
            <Button size="small" onClick={() => setIsRewiring(true)}>
              Change these…
            </Button>
          )}
        </div>
        <InboundList
          state={state}
          onMore={more}
          onAgain={again}
          emptyText="No other article points at this one yet. Those that do stand here, with the sentence around each link."
        />
      </section>
      {isRewiring ? (
        <RewireDialog
          articleId={articleId}
          onClose={() => {
            setIsRewiring(false)
            again()
          }}
        />
      ) : null}
    </div>
  )
}

function wordsOf(total: number): string {
  return total === 1 ? '1 article' : `${total.toLocaleString('en-GB')} articles`
}
