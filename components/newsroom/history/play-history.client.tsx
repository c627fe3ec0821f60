'use client'

import { useEffect, useMemo, useRef } from 'react'
import { useArticleCards } from '@/components/editor/linking/article-cards.client'
import { headlineOf as headlineOfTarget } from '@/components/editor/linking/target-line'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { classes } from '@/components/ui/classes'
import { Skeleton } from '@/components/ui/skeleton'
import type { Document } from '@/lib/document/document'
import { referencesOf } from '@/lib/document/resolved'
import type { ToldMoment } from './moments'
import { PlayControls } from './play-controls.client'
import { PlayedDocument } from './played-document'
import { stopsOf } from './stops'
import { usePlay } from './use-play.client'

/** How the text came to be, step by step: a slider over all of it, and the text as it was at that point. */
export function PlayHistory({
  articleId,
  moments,
  foldedVersion,
  lastVersion,
  startAt,
  timeZone,
}: {
  articleId: string
  moments: readonly ToldMoment[]
  foldedVersion: number
  lastVersion: number
  /** The version to begin at; without one, the last. */
  startAt: number | undefined
  timeZone: string
}) {
  const stops = useMemo(() => stopsOf(moments, foldedVersion, lastVersion), [moments, foldedVersion, lastVersion])
  const play = usePlay(articleId, foldedVersion, stops, stops.indexOf(startAt ?? lastVersion))
  const page = useRef<HTMLDivElement>(null)
  const headlineOf = useHeadlines(play.moment?.document ?? null)
  const version = play.moment?.version

  useCommands([
    {
      id: 'history.play',
      label: play.isPlaying ? 'Pause the play' : 'Play the history',
      group: 'History',
      run: play.toggle,
    },
  ])

  useEffect(() => {
    if (version === undefined) return
    page.current?.querySelector('[data-tint], [data-touched]')?.scrollIntoView({ block: 'nearest' })
    // The address leads back to this point, for whoever it is sent to.
    const keep = setTimeout(() => {
      const address = new URL(window.location.href)
      address.searchParams.set('at', String(version))
      window.history.replaceState(null, '', address)
    }, 400)
    return () => clearTimeout(keep)
  }, [version])

  return (
    <div className="history-play flex min-h-full flex-col">
      <div className="flex-1 px-4 pt-6 pb-10 md:px-8">
        {play.problem === null ? null : (
          <Callout
            tone="danger"
            title="This part of the history could not be read."
            className="mx-auto mb-6 max-w-2xl"
            actions={<Button onClick={play.tryAgain}>Try again</Button>}
          >
            {play.problem}
          </Callout>
        )}
        <div
          ref={page}
          aria-busy={play.isLoading}
          className={classes('history-text history-page mx-auto max-w-2xl', play.isLoading && 'opacity-60')}
        >
          {play.moment === null ? (
            play.problem === null ? (
              <LoadingText />
            ) : null
          ) : (
            <PlayedDocument document={play.moment.document} tinted={play.moment.tinted} headlineOf={headlineOf} />
          )}
        </div>
      </div>
      <PlayControls play={play} stops={stops} moments={moments} timeZone={timeZone} />
    </div>
  )
}

/** The headlines of the articles that the text points at; the same function until one of them changes. */
function useHeadlines(document: Document | null): (id: string) => string | undefined {
  const key = useMemo(() => (document === null ? '' : referencesOf(document).articleIds.join(' ')), [document])
  const ids = key.split(' ').filter(Boolean)
  const cards = useArticleCards(ids)
  const known = JSON.stringify(ids.map((id, index) => [id, cards[index] ? headlineOfTarget(cards[index]) : undefined]))
  return useMemo(() => {
    const headlines = new Map(JSON.parse(known) as [string, string | undefined][])
    return (id: string) => headlines.get(id)
  }, [known])
}

function LoadingText() {
  return (
    <div className="flex flex-col gap-4">
      <span role="status" className="sr-only">
        Loading the history…
      </span>
      <Skeleton className="h-8 w-3/4" />
      <Skeleton className="h-5" />
      <Skeleton className="h-24" />
      <Skeleton className="h-24" />
    </div>
  )
}
