'use client'

import { Fragment, useState } from 'react'
import { useIsWide } from '@/components/editor/use-is-wide.client'
import { classes } from '@/components/ui/classes'
import type { DeskFront } from '@/lib/fronts/desk-front'
import { ArticlesPanel } from './articles-panel.client'
import { AskedDialogs } from './asked-dialogs.client'
import { Automatic } from './automatic.client'
import { CardMenu } from './card-menu.client'
import { Container } from './container.client'
import type { FrontActions } from './front-actions'
import { FrontDeskProvider, useFrontDesk, useNewFrontDesk } from './front-desk.client'
import { FrontDrag } from './front-drag.client'
import { FrontHeader, type Side } from './front-header.client'
import { nameOfContainer } from './front-words'
import { Gap } from './gap.client'
import { Preview } from './preview.client'
import { useFrontSession } from './use-front-session.client'

/** Lays out a front: its containers and their places, the articles to choose from, and a look at what readers would have. */
export function FrontEditor({ initial, zone, actions }: { initial: DeskFront; zone: string; actions: FrontActions }) {
  const { session, state, isLive } = useFrontSession(initial, actions)
  const { desk, asked, said, say } = useNewFrontDesk(session, state, zone)
  const isWide = useIsWide()
  const [side, setSide] = useState<Side>('articles')
  const { layout, front } = state
  const isByHand = layout.containers.length > 0
  const isPreview = isByHand && side === 'preview'
  return (
    <FrontDeskProvider value={desk}>
      <p role="status" className="sr-only">
        {said}
      </p>
      <FrontHeader isLive={isLive} isWide={isWide} side={side} onSide={setSide} say={say} />
      {isByHand ? (
        <FrontDrag>
          <div
            className={classes(
              'grid items-start gap-6',
              isPreview
                ? 'min-[75rem]:grid-cols-[minmax(0,4fr)_minmax(0,5fr)]'
                : 'min-[75rem]:grid-cols-[minmax(0,1fr)_21rem]',
            )}
          >
            {isPreview && !isWide ? null : <Containers />}
            {isPreview ? (
              <section
                aria-label="Preview"
                className="flex flex-col min-[75rem]:sticky min-[75rem]:top-28 min-[75rem]:h-[calc(100dvh-8.5rem)]"
              >
                <Preview
                  frontKey={front.key}
                  edition={null}
                  stamp={`${front.version} ${front.live?.number}`}
                  zone={zone}
                  className="flex-1 max-[75rem]:h-[80dvh]"
                />
              </section>
            ) : isWide && front.mayPublish ? (
              <section
                aria-label="Articles to choose from"
                className="sticky top-28 flex h-[calc(100dvh-8.5rem)] flex-col"
              >
                <ArticlesPanel />
              </section>
            ) : null}
          </div>
        </FrontDrag>
      ) : (
        <Automatic />
      )}
      <CardMenu />
      <AskedDialogs asked={asked} actions={actions} />
    </FrontDeskProvider>
  )
}

function Containers() {
  const { state } = useFrontDesk()
  const { layout, front } = state
  const { mayPublish } = front
  return (
    <div className={classes('min-w-0', !mayPublish && 'flex flex-col gap-3')}>
      {layout.containers.map((container) => (
        <Fragment key={container.id}>
          {mayPublish ? (
            <Gap before={container.id} label={`Add a container before ${nameOfContainer(container, front)}`} />
          ) : null}
          <Container container={container} />
        </Fragment>
      ))}
      {mayPublish ? <Gap before={null} label="Add a container at the end" /> : null}
    </div>
  )
}
