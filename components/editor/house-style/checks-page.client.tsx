'use client'

import type { Editor } from '@tiptap/react'
import { ListChecks } from 'lucide-react'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { Kbd } from '@/components/ui/kbd'
import { Spinner } from '@/components/ui/spinner'
import { notify } from '@/components/ui/toaster.client'
import { shortcutText } from '../shortcut-text'
import { stylePlaces } from './check-marks'
import { fixLabel } from './check-rows.client'
import type { Checker, FoundPlace, LeftToDo } from './checker'
import { fixAll, fixPlace } from './fixes'
import { InContext } from './in-context'
import { useCheck, useChecks } from './use-checker.client'

type Props = {
  editor: Editor
  checker: Checker
  canEdit: boolean
  /** Puts the cursor to a position of the text and shows it. */
  onPlace: (position: number) => void
}

/** Everything that the checks found in the article, by rule: what it is, where it is, and a way to put it right. */
export function ChecksPage({ editor, checker, canEdit, onPlace }: Props) {
  const { status, findings, toDos, ignored } = useChecks(checker)
  const isEmpty = findings.length === 0 && toDos.length === 0

  return (
    <div className="flex flex-col gap-6">
      {status === 'failed' ? (
        <Callout tone="warn" title="House style is not checked">
          Its rules could not be read. It is tried again by itself.
        </Callout>
      ) : null}
      {status === 'waiting' ? (
        <p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
          <Spinner /> Checking…
        </p>
      ) : null}
      {isEmpty && status === 'ready' ? (
        <EmptyState icon={<ListChecks aria-hidden="true" />} title="Nothing to put right" className="px-0 py-8">
          House style has nothing to say about this article, and no TK or to-do is left.
        </EmptyState>
      ) : null}
      {isEmpty ? null : (
        <p className="text-ink-faint text-xs max-md:hidden">
          <Kbd>{shortcutText('Mod-Shift-Enter')}</Kbd> goes to the next mark, <Kbd>{shortcutText('Alt-Enter')}</Kbd>{' '}
          puts it right.
        </p>
      )}
      {toDos.length > 0 ? <ToDoList toDos={toDos} onPlace={onPlace} /> : null}
      {[...byRule(findings)].map(([ruleId, found]) => (
        <RuleGroup
          key={ruleId}
          editor={editor}
          checker={checker}
          ruleId={ruleId}
          found={found}
          canEdit={canEdit}
          onPlace={onPlace}
        />
      ))}
      {ignored > 0 ? (
        <p className="flex flex-wrap items-center gap-x-2 border-line border-t pt-3 text-ink-faint text-sm">
          {ignored === 1 ? '1 is ignored in this tab.' : `${ignored} are ignored in this tab.`}
          <Button size="small" variant="quiet" onClick={() => checker.forgetIgnored()}>
            Check again
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function ToDoList({ toDos, onPlace }: { toDos: readonly LeftToDo[]; onPlace: Props['onPlace'] }) {
  return (
    <section aria-label="Left to do" className="flex flex-col gap-1.5">
      <h3 className="font-medium text-sm">Left to do</h3>
      <p className="text-ink-faint text-xs">Holds the article back until it is done.</p>
      <ul className="flex flex-col gap-0.5">
        {toDos.map((toDo) => (
          <li key={`${toDo.kind} ${toDo.from}`}>
            <InContext {...toDo} found={toDo.words} after={toDo.after} onPress={() => onPlace(toDo.from)}>
              {toDo.note === '' ? null : toDo.note}
            </InContext>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Longer lists are not read. */
const MOST_SHOWN = 40

function RuleGroup({
  editor,
  checker,
  ruleId,
  found,
  canEdit,
  onPlace,
}: Props & { ruleId: string; found: readonly FoundPlace[] }) {
  const rules = useCheck(checker, (checks) => checks.rules)
  const reason = rules.get(ruleId)?.reason ?? 'House style'
  const canFixAll = canEdit && found.length > 1 && found.some(({ replacement }) => replacement !== null)

  function fixEverywhere() {
    const fixed = fixAll(editor.state, ruleId)
    if (fixed === null) return
    editor.view.dispatch(fixed.tr)
    notify.done(`Put right in ${fixed.count} places. Undo brings them all back.`)
  }

  function fix(place: FoundPlace) {
    const now = placeNow(editor, place)
    const tr = now && fixPlace(editor.state, now)
    if (tr) editor.view.dispatch(tr)
  }

  return (
    <section aria-label={reason} className="flex flex-col gap-1.5">
      <h3 className="text-pretty font-medium text-sm">{reason}</h3>
      <ul className="flex flex-col gap-0.5">
        {found.slice(0, MOST_SHOWN).map((place) => (
          <li key={place.from} className="flex items-start gap-1">
            <InContext {...place} onPress={() => onPlace(placeNow(editor, place)?.from ?? place.from)} />
            {canEdit && place.replacement !== null ? (
              <Button
                size="small"
                variant="quiet"
                className="max-w-32 shrink overflow-hidden"
                aria-label={`${fixLabel(place.replacement)} for ‘${place.found}’`}
                onClick={() => fix(place)}
              >
                <span className="truncate">{place.replacement === '' ? 'Take out' : place.replacement}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN ? (
        <p className="text-ink-faint text-xs">And {found.length - MOST_SHOWN} more.</p>
      ) : null}
      {canFixAll ? (
        <Button size="small" className="self-start" onClick={fixEverywhere}>
          Put all {found.length} right
        </Button>
      ) : null}
    </section>
  )
}

function byRule(findings: readonly FoundPlace[]): Map<string, FoundPlace[]> {
  const groups = new Map<string, FoundPlace[]>()
  for (const finding of findings) groups.set(finding.ruleId, [...(groups.get(finding.ruleId) ?? []), finding])
  return groups
}

/** Where the words of a list entry are now: somebody may have typed since the list was made. */
function placeNow(editor: Editor, { ruleId, found, from }: FoundPlace) {
  const far = (place: { from: number }) => Math.abs(place.from - from)
  return stylePlaces(editor.state)
    .filter(({ finding }) => finding.ruleId === ruleId && finding.found === found)
    .reduce<ReturnType<typeof stylePlaces>[number] | null>(
      (best, place) => (best === null || far(place) < far(best) ? place : best),
      null,
    )
}
