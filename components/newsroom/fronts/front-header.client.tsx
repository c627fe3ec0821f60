'use client'

import { Ellipsis, ExternalLink, History, Redo2, Sparkles, TriangleAlert, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { messageOf } from '@/components/editor/api/request'
import { shortcutText } from '@/components/editor/shortcut-text'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { BackLink } from '@/components/newsroom/people/back-link'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import { sayShort } from '../short-time'
import { useFrontDesk } from './front-desk.client'
import { FrontStatusLine } from './front-status.client'
import { counted } from './front-words'
import { useUndoKeys } from './use-undo-keys.client'

/** What stands beside the front on a wide screen, or instead of it on a narrow one. */
export type Side = 'articles' | 'preview'

/** Above the front: what it is, where its changes are, and what can be done with all of it. */
export function FrontHeader({
  isLive,
  isWide,
  side,
  onSide,
  say,
}: {
  isLive: boolean
  isWide: boolean
  side: Side
  onSide: (side: Side) => void
  say: (words: string) => void
}) {
  const { state, session, zone, ask } = useFrontDesk()
  const router = useRouter()
  const { front, layout, canUndo, canRedo } = state
  const { key, name, live, isAutomatic, changes, problems, mayPublish } = front
  const isByHand = layout.containers.length > 0

  function travel(to: 'undo' | 'redo') {
    session[to]().then(
      () => say(to === 'undo' ? 'Undone.' : 'Done again.'),
      (error) => notify.info(messageOf(error)),
    )
  }
  useUndoKeys(travel)

  const historyHref = `/desk/fronts/${key}/history`
  useCommands([
    ...(mayPublish
      ? [
          {
            id: 'front.publish',
            label: `Publish ${name}`,
            group: 'Front',
            ...(changes.length === 0 ? { unavailable: 'Readers have all of this already.' } : {}),
            run: () => ask({ kind: 'publish' }),
          },
          {
            id: 'front.add',
            label: 'Add a container',
            group: 'Front',
            ...(isByHand ? {} : { unavailable: 'It is laid out by itself.' }),
            run: () => ask({ kind: 'newContainer', before: null }),
          },
          { id: 'front.undo', label: 'Undo on this front', group: 'Front', keys: 'Mod-Z', run: () => travel('undo') },
          {
            id: 'front.redo',
            label: 'Redo on this front',
            group: 'Front',
            keys: 'Shift-Mod-Z',
            run: () => travel('redo'),
          },
        ]
      : []),
    {
      id: 'front.preview',
      label: side === 'preview' ? 'Close the preview' : 'Preview the front',
      group: 'Front',
      run: () => onSide(side === 'preview' ? 'articles' : 'preview'),
    },
    { id: 'front.history', label: 'History of the front', group: 'Front', run: () => router.push(historyHref) },
  ])

  return (
    <header className="z-20 -mx-4 mb-3 border-line border-b bg-ground px-4 pt-4 pb-3 min-[75rem]:sticky min-[75rem]:top-0 md:-mx-8 md:px-8">
      <BackLink href="/desk/fronts">Fronts</BackLink>
      <div className="-mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 max-md:basis-full">
          <h1 className="wrap-anywhere font-semibold text-xl tracking-tight">{name}</h1>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-ink-faint text-xs">
            <span>
              {live === null || isAutomatic
                ? 'Readers have it laid out by itself'
                : `Edition ${live.number}, ${sayShort(live.publishedAt, zone)}${live.publishedBy === '' ? '' : `, ${live.publishedBy}`}`}
            </span>
            {mayPublish ? <FrontStatusLine isLive={isLive} /> : <span>You may look; editors lay it out.</span>}
            <Problems count={problems.length} />
          </div>
        </div>
        {isByHand ? <Sides side={side} onSide={onSide} isWide={isWide} mayEdit={mayPublish} /> : null}
        <div className="flex items-center gap-1 max-md:flex-1">
          {mayPublish ? (
            <>
              <IconButton
                label="Undo"
                shortcut={shortcutText('Mod-Z')}
                disabled={!canUndo}
                icon={<Undo2 aria-hidden="true" className="size-4" />}
                onClick={() => travel('undo')}
              />
              <IconButton
                label="Redo"
                shortcut={shortcutText('Mod-Shift-Z')}
                disabled={!canRedo}
                icon={<Redo2 aria-hidden="true" className="size-4" />}
                onClick={() => travel('redo')}
              />
            </>
          ) : null}
          <FrontMenu historyHref={historyHref} />
          {mayPublish && (isByHand || changes.length > 0) ? (
            <Button
              variant="primary"
              className="max-md:ml-auto"
              disabled={changes.length === 0}
              onClick={() => ask({ kind: 'publish' })}
            >
              {changes.length === 0 ? 'Published' : `Publish ${counted(changes.length, 'change')}`}
            </Button>
          ) : null}
        </div>
      </div>
    </header>
  )
}

function FrontMenu({ historyHref }: { historyHref: string }) {
  const { state, ask } = useFrontDesk()
  const { path, mayPublish } = state.front
  return (
    <Menu
      trigger={<IconButton label="More about this front" icon={<Ellipsis aria-hidden="true" className="size-4" />} />}
    >
      <MenuLink href={historyHref} icon={<History aria-hidden="true" />}>
        History
      </MenuLink>
      <MenuLink href={path} isExternal icon={<ExternalLink aria-hidden="true" />}>
        See it as readers do
      </MenuLink>
      {mayPublish && state.layout.containers.length > 0 ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Sparkles aria-hidden="true" />} onSelect={() => ask({ kind: 'letGo' })}>
            Let it be laid out by itself again…
          </MenuItem>
        </>
      ) : null}
    </Menu>
  )
}

/** How many things there are to look at; pressed, it goes to the first. */
function Problems({ count }: { count: number }) {
  const { state } = useFrontDesk()
  if (count === 0) return null
  function goThere() {
    const [first] = state.front.problems
    if (first === undefined) return
    const spot = first.cardId === null ? `container:${first.containerId}` : `card:${first.cardId}`
    const element = document.querySelector<HTMLElement>(`[data-spot="${spot}"]`)
    element?.scrollIntoView({ block: 'center' })
    const button = element?.matches('button') ? element : element?.querySelector('button')
    button?.focus({ preventScroll: true })
  }
  return (
    <button
      type="button"
      onClick={goThere}
      className="inline-flex items-center gap-1 font-medium text-warn-ink hover:underline touch:min-h-11"
    >
      <TriangleAlert aria-hidden="true" className="size-3.5" />
      {counted(count, 'thing')} to look at
    </button>
  )
}

function Sides({
  side,
  onSide,
  isWide,
  mayEdit,
}: {
  side: Side
  onSide: (side: Side) => void
  isWide: boolean
  mayEdit: boolean
}) {
  const names = { articles: isWide && mayEdit ? 'Articles' : 'Layout', preview: 'Preview' }
  return (
    <fieldset className="flex rounded-md bg-sunken p-0.5">
      <legend className="sr-only">{isWide ? 'Beside the front' : 'What is shown'}</legend>
      {(['articles', 'preview'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={side === each}
          onClick={() => onSide(each)}
          className={classes(
            'h-8 rounded-[0.3rem] px-3 font-medium text-sm touch:h-10',
            side === each ? 'bg-raised text-ink shadow-rest dark:bg-pressed' : 'text-ink-soft hover:text-ink',
          )}
        >
          {names[each]}
        </button>
      ))}
    </fieldset>
  )
}
