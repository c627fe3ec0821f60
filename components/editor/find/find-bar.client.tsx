'use client'

import type { Editor } from '@tiptap/react'
import { ArrowDown, ArrowUp, CaseSensitive, ChevronDown, ChevronRight, Regex, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import { shortcutText } from '../shortcut-text'
import { useFollowed } from '../use-followed.client'
import { goOn, replaceAll, replaceCurrent, whereWeAre } from './find-commands'
import { QUERY_CHARACTERS_MOST, type Query } from './search'

const TOO_SLOW = 'This takes too long in an article of this length. What was found until now is shown.'

/** What to look for, where we are, and what to write instead. */
export function FindBar({
  editor,
  field,
  query,
  onQuery,
  problem,
  isReady,
  canReplace,
  withReplace,
  onWithReplace,
  words,
  onWords,
  onClose,
}: {
  editor: Editor
  field: RefObject<HTMLInputElement | null>
  query: Query
  onQuery: (change: Partial<Query>) => void
  problem: string | null
  /** False for an empty or wrong query, and while a pattern waits for what it needs. */
  isReady: boolean
  canReplace: boolean
  withReplace: boolean
  onWithReplace: (withReplace: boolean) => void
  words: string
  onWords: (words: string) => void
  onClose: () => void
}) {
  const at = useFollowed(editor, ({ state }) => whereWeAre(state))
  const [done, setDone] = useState<{ count: number } | null>(null)
  const wrong = problem ?? (at.isTooSlow ? TOO_SLOW : null)
  const canReplaceAll = at.count > 0 && !at.isTooSlow

  function ask(change: Partial<Query>) {
    setDone(null)
    onQuery(change)
  }

  function replaceOne() {
    setDone(null)
    replaceCurrent(editor.view, words, query.isPattern)
  }

  function replaceEvery() {
    if (withReplace && canReplaceAll) setDone({ count: replaceAll(editor.view, words, query.isPattern) })
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const isMod = event.metaKey || event.ctrlKey
    if (event.key === 'Escape') onClose()
    else if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    else if (isMod) replaceEvery()
    else if (event.target !== field.current && !event.shiftKey) replaceOne()
    else {
      setDone(null)
      goOn(editor.view, event.shiftKey ? -1 : 1)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search aria-label="Find in the article" className="find-bar" data-replace={withReplace} onKeyDown={onKey}>
      {canReplace ? (
        <IconButton
          label="Replace"
          shortcut={shortcutText('Mod-Alt-F')}
          size="small"
          aria-expanded={withReplace}
          className="find-bar-fold"
          icon={withReplace ? <ChevronDown className="size-4" /> : <ChevronRight className="size-4" />}
          onClick={() => onWithReplace(!withReplace)}
        />
      ) : null}
      <div className="find-bar-words">
        <Input
          ref={field}
          aria-label="Find"
          placeholder="Find"
          value={query.text}
          maxLength={QUERY_CHARACTERS_MOST}
          isInvalid={problem !== null}
          aria-describedby={wrong === null ? undefined : 'find-problem'}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          enterKeyHint="search"
          className="h-8"
          onChange={(event) => ask({ text: event.target.value })}
        />
        <output aria-label="Matches" className="find-bar-count">
          {done === null ? isReady && countText(at) : `${done.count} replaced`}
        </output>
      </div>
      <div className="find-bar-ways">
        <Way
          label="Match case"
          icon={<CaseSensitive />}
          isOn={query.matchCase}
          onWay={(is) => ask({ matchCase: is })}
        />
        <Way label="Whole word" icon={<WholeWord />} isOn={query.wholeWord} onWay={(is) => ask({ wholeWord: is })} />
        <Way
          label="Regular expression"
          icon={<Regex />}
          isOn={query.isPattern}
          onWay={(is) => ask({ isPattern: is })}
        />
        <span className="find-bar-gap" />
        <IconButton
          label="Previous match"
          shortcut={shortcutText('Shift-Enter')}
          size="small"
          disabled={at.count === 0}
          icon={<ArrowUp className="size-4" />}
          onClick={() => goOn(editor.view, -1)}
        />
        <IconButton
          label="Next match"
          shortcut="Enter"
          size="small"
          disabled={at.count === 0}
          icon={<ArrowDown className="size-4" />}
          onClick={() => goOn(editor.view, 1)}
        />
        <IconButton label="Close" shortcut="Escape" size="small" icon={<X className="size-4" />} onClick={onClose} />
      </div>
      {withReplace ? (
        <>
          <div className="find-bar-words find-bar-replacement">
            <Input
              aria-label="Replace with"
              placeholder="Replace with"
              value={words}
              maxLength={QUERY_CHARACTERS_MOST}
              autoComplete="off"
              className="h-8"
              onChange={(event) => onWords(event.target.value)}
            />
          </div>
          <div className="find-bar-ways find-bar-does">
            <Button size="small" disabled={at.count === 0} onClick={replaceOne}>
              Replace
            </Button>
            <Button size="small" disabled={!canReplaceAll} onClick={replaceEvery}>
              Replace all
            </Button>
          </div>
        </>
      ) : null}
      {wrong === null ? null : (
        <p id="find-problem" role="alert" className="find-bar-problem">
          {wrong}
        </p>
      )}
    </search>
  )
}

function Way({
  label,
  icon,
  isOn,
  onWay,
}: {
  label: string
  icon: React.ReactNode
  isOn: boolean
  onWay: (isOn: boolean) => void
}) {
  return (
    <IconButton
      label={label}
      size="small"
      pressed={isOn}
      icon={<span className="[&_svg]:size-4.5">{icon}</span>}
      onClick={() => onWay(!isOn)}
    />
  )
}

function countText({ number, count }: { number: number | null; count: number }): string {
  if (count === 0) return 'Nothing found'
  return number === null ? `${count} found` : `${number} of ${count}`
}
