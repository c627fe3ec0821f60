'use client'

import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EMPTY_LAYOUT } from '@/lib/fronts/layout'
import { ArticlesSheet } from './articles-sheet.client'
import { CardDialog } from './card-dialog.client'
import { ContainerDialog } from './container-dialog.client'
import type { FrontActions } from './front-actions'
import { type Asked, useFrontDesk } from './front-desk.client'
import { PlaceDialog } from './place-dialog.client'
import { PublishDialog } from './publish-dialog.client'

/** The dialog that was asked for. It stays, with what was typed, when somebody takes away meanwhile what it is about. */
export function AskedDialogs({ asked, actions }: { asked: Asked | null; actions: FrontActions }) {
  const { session, ask } = useFrontDesk()
  const onClose = () => ask(null)
  switch (asked?.kind) {
    case undefined:
      return null
    case 'card':
      return <CardDialog card={asked.card} container={asked.container} onClose={onClose} />
    case 'container':
      return <ContainerDialog what={{ container: asked.container }} onClose={onClose} />
    case 'newContainer':
      return <ContainerDialog what={{ before: asked.before }} onClose={onClose} />
    case 'move':
      return <PlaceDialog what={{ cardId: asked.cardId }} onClose={onClose} />
    case 'placeArticle':
      return <PlaceDialog what={{ article: asked.article }} onClose={onClose} />
    case 'fillPlace':
      return <ArticlesSheet containerId={asked.containerId} place={asked.place} onClose={onClose} />
    case 'publish':
      return <PublishDialog actions={actions} onClose={onClose} />
    case 'letGo':
      return (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && onClose()}
          title="Let it be laid out by itself again?"
          confirmLabel="Empty the layout"
          onConfirm={() => session.change({ type: 'replace', layout: EMPTY_LAYOUT })}
        >
          <p>
            The containers and cards that were laid out here go. Readers keep what they have until you publish, and
            history keeps every edition.
          </p>
        </ConfirmDialog>
      )
  }
}
