import { FileCheck2 } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import type { Side } from '@/lib/history/compare-revisions'
import type { ArticleHistory } from '@/lib/history/get-history'
import type { PaperTime } from '@/lib/settings/paper-time'
import type { Choice } from './choice'
import { ChooseVersions } from './choose-versions.client'
import { InlineComparison, SideBySideComparison } from './comparison-view'
import type { HistoryActions } from './history-actions'
import { tellMoments } from './moments'
import { VersionActions } from './version-actions.client'

/** Two versions, what lies between them in a sentence, and what can be done with the newer one. */
export function ComparisonPane({
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
  const { from, to, rows, headlines } = history.compared
  const headlineOf = (id: string) => headlines.get(id)
  const isSame = rows.every(({ change }) => change === 'same')
  return (
    <div className="mx-auto max-w-5xl px-4 pt-5 pb-24 md:px-8">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <ChooseVersions
          articleId={articleId}
          choice={choice}
          moments={tellMoments(history.moments, time)}
          from={idOf(from)}
          to={idOf(to)}
        />
        <VersionActions
          // A dialog that is open belongs to the version that it was opened for.
          key={idOf(to)}
          articleId={articleId}
          revisionId={to.kind === 'revision' ? to.id : null}
          title={titleOf(to)}
          mayName={history.can.name}
          mayRestore={history.can.restore && to.kind === 'revision' && to.version < history.now.version}
          view={choice.view}
          actions={actions}
        />
      </div>
      <p role="status" className="mt-4 text-pretty text-ink-soft text-sm">
        {summaryOf(history)}
      </p>
      {isSame ? (
        <EmptyState
          className="mt-6 rounded-xl border border-line border-dashed"
          icon={<FileCheck2 aria-hidden="true" />}
          title={from.version === to.version ? 'There is nothing before it' : 'Both versions say the same'}
        >
          {from.version === to.version
            ? 'This is how the article began. Choose a later version to see what was written since.'
            : 'Somebody may have changed something and changed it back.'}
        </EmptyState>
      ) : null}
      <div className="mt-4">
        {choice.view === 'side' ? (
          <>
            <div className="max-xl:hidden">
              <div className="mb-2 grid grid-cols-2 gap-6 px-3 font-medium text-ink-faint text-xs">
                <span>{titleOf(from)}</span>
                <span>{titleOf(to)}</span>
              </div>
              <SideBySideComparison rows={rows} headlineOf={headlineOf} />
            </div>
            <div className="xl:hidden">
              <InlineComparison rows={rows} headlineOf={headlineOf} />
            </div>
          </>
        ) : (
          <div className="mx-auto max-w-3xl">
            <InlineComparison rows={rows} headlineOf={headlineOf} />
          </div>
        )}
      </div>
    </div>
  )
}

function idOf(side: Side): string {
  return side.kind === 'now' ? 'now' : side.id
}

function titleOf(side: Side): string {
  return side.kind === 'now' ? 'Now' : side.title
}

/** "41 words added, 12 removed by Nadia Verhoeve and Piet Hol." */
function summaryOf({ compared: { words, writers, rows, from, to } }: ArticleHistory): string {
  if (from.version === to.version) return 'This is where it began.'
  if (rows.every(({ change }) => change === 'same')) return 'Nothing is different.'
  const by = writers.length === 0 ? '' : ` by ${inSentence(writers)}`
  if (words.added + words.removed === 0) return `The same words, changed in other ways${by}.`
  const came = words.added === 0 ? null : `${count(words.added)} added`
  const went = words.removed === 0 ? null : `${words.added === 0 ? count(words.removed) : words.removed} removed`
  return `${[came, went].filter(Boolean).join(', ')}${by}.`
}

function count(words: number): string {
  return `${words} ${words === 1 ? 'word' : 'words'}`
}

function inSentence(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
