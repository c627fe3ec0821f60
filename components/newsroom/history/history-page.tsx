import { ArrowLeft, BookOpenText } from 'lucide-react'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/components/ui/link'
import type { ArticleHistory } from '@/lib/history/get-history'
import type { PaperTime } from '@/lib/settings/paper-time'
import type { Choice } from './choice'
import { ComparisonPane } from './comparison-pane'
import type { HistoryActions } from './history-actions'
import { tellMoments } from './moments'
import { PlayHistory } from './play-history.client'
import { VersionsDrawer } from './versions-drawer.client'
import { VersionsList } from './versions-list'
import { ViewSwitch } from './view-switch.client'

/** The versions of an article at the left; two of them compared, or all of them played, at the right. */
export function HistoryPage({
  articleId,
  history,
  choice,
  time,
  actions,
}: {
  articleId: string
  history: ArticleHistory
  choice: Choice
  time: PaperTime
  actions: HistoryActions
}) {
  return (
    <div className="lg:grid lg:h-dvh lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_minmax(0,1fr)]">
      <header className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-x-3 border-line border-b bg-ground px-2 py-1.5 max-md:top-14 md:px-4 lg:col-span-2">
        <Link
          href={`/desk/articles/${articleId}`}
          aria-label="Back to the article"
          className="flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink touch:size-11"
        >
          <ArrowLeft aria-hidden="true" className="size-4.5" />
        </Link>
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold text-base leading-5">
            History<span className="sr-only"> of</span>
            <span aria-hidden="true" className="mx-1.5 text-ink-faint max-sm:mx-1">
              ·
            </span>
            <span className="font-medium text-ink-soft">{history.headline || 'An article without a headline'}</span>
          </h1>
        </div>
        <Link
          href={`/desk/articles/${articleId}/editions`}
          className="flex h-8 items-center gap-1.5 rounded-md px-2.5 font-medium text-ink-soft text-sm hover:bg-sunken hover:text-ink touch:h-11"
        >
          <BookOpenText aria-hidden="true" className="size-4" />
          Editions
        </Link>
        <ViewSwitch articleId={articleId} choice={choice} />
      </header>
      <VersionsDrawer count={history.moments.length}>
        <VersionsList articleId={articleId} history={history} choice={choice} time={time} />
      </VersionsDrawer>
      <section aria-label={choice.view === 'play' ? 'Play' : 'Comparison'} className="min-w-0 lg:overflow-y-auto">
        {history.heldBy === null ? null : (
          <div className="px-4 pt-4 md:px-8">
            <Callout title={`${history.heldBy} holds this article for subbing.`}>
              You can look at everything here. Versions are restored and named when it is released.
            </Callout>
          </div>
        )}
        {choice.view === 'play' ? (
          <PlayHistory
            key={articleId}
            articleId={articleId}
            moments={tellMoments(history.moments, time)}
            foldedVersion={history.foldedVersion}
            lastVersion={history.now.version}
            startAt={choice.at}
            timeZone={time.timeZone}
          />
        ) : (
          <ComparisonPane articleId={articleId} history={history} choice={choice} time={time} actions={actions} />
        )}
      </section>
    </div>
  )
}
