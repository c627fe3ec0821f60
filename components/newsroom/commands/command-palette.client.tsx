'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { Command as Cmdk, defaultFilter } from 'cmdk'
import { Clock, CornerDownLeft, FileText, Search, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { headlineOf, TargetLine } from '@/components/editor/linking/target-line'
import { shortcutText } from '@/components/editor/shortcut-text'
import { useMay } from '@/components/newsroom/may.client'
import { DialogVeil } from '@/components/ui/dialog.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Kbd } from '@/components/ui/kbd'
import { Spinner } from '@/components/ui/spinner'
import type { Command } from './command-store'
import { RECENT, rankCommands } from './rank-commands'
import { recentCommands, rememberCommand } from './recent-commands'
import { useArticleHits } from './use-article-hits.client'
import { useOfferedCommands } from './use-offered-commands.client'

/** The dialog gives the focus back to where it was; what is chosen begins after that. */
const AFTER_FOCUS_MILLISECONDS = 30

/**
 * Every action of the page and every place to go to, by typing some of its name. What is chosen runs when the palette is
 * gone and the focus is back, so that it does the same as its button or its keys.
 */
export function CommandPalette({
  isOpen,
  onOpenChange,
  finalFocus,
}: {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Where the focus goes when the palette is gone. */
  finalFocus: RefObject<HTMLElement | null>
}) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<(() => void) | null>(null)

  function choose(run: () => void) {
    chosen.current = run
    onOpenChange(false)
  }

  function finish(isShown: boolean) {
    const run = chosen.current
    chosen.current = null
    if (!isShown && run !== null) setTimeout(run, AFTER_FOCUS_MILLISECONDS)
  }

  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange} onOpenChangeComplete={finish}>
      <Base.Portal>
        <DialogVeil />
        <Base.Popup
          initialFocus={input}
          finalFocus={finalFocus}
          className="fixed inset-0 z-50 flex flex-col overflow-hidden bg-raised text-ink shadow-float outline-none md:inset-x-auto md:top-[12vh] md:bottom-auto md:left-1/2 md:max-h-[70vh] md:w-[38rem] md:-translate-x-1/2 md:rounded-xl"
        >
          <Base.Title className="sr-only">Command palette</Base.Title>
          <Commands input={input} onChoose={choose} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function Commands({
  input,
  onChoose,
}: {
  input: RefObject<HTMLInputElement | null>
  onChoose: (run: () => void) => void
}) {
  const router = useRouter()
  const commands = useOfferedCommands()
  const [recent] = useState(recentCommands)
  const [typed, setTyped] = useState('')
  const mayRead = useMay('article.read')
  const hits = useArticleHits(mayRead ? typed : '')
  const groups = rankCommands(commands, typed, recent, defaultFilter)

  return (
    <Cmdk label="Commands" shouldFilter={false} loop vimBindings={false} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center gap-2.5 border-line border-b pr-2 pl-4">
        <Search aria-hidden="true" className="size-4.5 shrink-0 text-ink-faint" />
        <Cmdk.Input
          ref={input}
          // At once, before the dialog moves the focus here itself: the next key is for this field.
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={mayRead ? 'Do something, or find an article' : 'Do something'}
          className="h-14 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-faint touch:text-[1rem]"
        />
        <Base.Close render={<IconButton label="Close" icon={<X aria-hidden="true" className="size-4" />} />} />
      </div>
      <Cmdk.List
        label="Commands"
        className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2 md:max-h-[26rem]"
      >
        {groups.map(({ group, commands }) => (
          <Group key={group} heading={group}>
            {commands.map((command) => (
              <CommandItem
                key={command.id}
                command={command}
                isRecent={group === RECENT}
                onChoose={() => {
                  rememberCommand(command.id)
                  onChoose(command.run)
                }}
              />
            ))}
          </Group>
        ))}
        {hits.articles.length > 0 ? (
          <Group heading="Go to article">
            {hits.articles.map((article) => (
              <Item
                key={article.id}
                value={`article:${article.id}`}
                onChoose={() => onChoose(() => router.push(`/desk/articles/${article.id}`))}
              >
                <FileText aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{headlineOf(article)}</span>
                  <TargetLine target={article} />
                </span>
              </Item>
            ))}
          </Group>
        ) : null}
        <Note hits={hits} isEmpty={groups.length === 0 && hits.articles.length === 0} />
      </Cmdk.List>
      <footer className="flex items-center gap-4 border-line border-t bg-side px-4 py-2 text-ink-faint text-xs max-md:hidden">
        <span className="flex items-center gap-1.5">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> choose
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>
            <CornerDownLeft aria-label="Enter" className="size-3" />
          </Kbd>
          do it
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Esc</Kbd> close
        </span>
      </footer>
    </Cmdk>
  )
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
    >
      {children}
    </Cmdk.Group>
  )
}

function CommandItem({ command, isRecent, onChoose }: { command: Command; isRecent: boolean; onChoose: () => void }) {
  const { id, label, keys, unavailable } = command
  return (
    <Item value={isRecent ? `recent:${id}` : id} disabled={unavailable !== undefined} onChoose={onChoose}>
      {isRecent ? <Clock aria-hidden="true" className="size-4 shrink-0 text-ink-faint" /> : null}
      <span className="min-w-0 flex-1">
        <span className="block">{label}</span>
        {unavailable === undefined ? null : <span className="block text-ink-faint text-xs">{unavailable}</span>}
      </span>
      {keys === undefined ? null : <Kbd className="shrink-0 px-1.5">{shortcutText(keys)}</Kbd>}
    </Item>
  )
}

function Item({
  value,
  disabled = false,
  onChoose,
  children,
}: {
  value: string
  disabled?: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <Cmdk.Item
      value={value}
      disabled={disabled}
      onSelect={onChoose}
      className="flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm data-[disabled=true]:text-ink-faint data-[selected=true]:bg-sunken touch:min-h-11"
    >
      {children}
    </Cmdk.Item>
  )
}

function Note({ hits, isEmpty }: { hits: ReturnType<typeof useArticleHits>; isEmpty: boolean }) {
  if (hits.state === 'failed') {
    return (
      <p role="alert" className="px-2.5 py-3 text-danger-ink text-sm">
        Articles could not be searched. {hits.message}
      </p>
    )
  }
  if (hits.state === 'asking' && hits.articles.length === 0) {
    return (
      <p className="flex items-center gap-2 px-2.5 py-3 text-ink-faint text-sm">
        <Spinner /> Searching articles…
      </p>
    )
  }
  return isEmpty ? (
    <p role="status" className="px-2.5 py-8 text-center text-ink-soft text-sm">
      Nothing is called so, and no headline holds it.
    </p>
  ) : null
}
