'use client'

import { Eye, History, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { DeskFront, FrontEditionLine } from '@/lib/fronts/desk-front'
import type { FrontActions } from './front-actions'
import { Preview } from './preview.client'

type Asked = { kind: 'look' | 'take' | 'undo'; edition: FrontEditionLine }

/** Every time that a front went out: who, when, what it changed; each can be looked at and gone on from. */
export function FrontHistory({
  front: { key, name, version, mayPublish, changes },
  editions,
  times,
  zone,
  actions,
}: {
  front: Pick<DeskFront, 'key' | 'name' | 'version' | 'mayPublish' | 'changes'>
  editions: readonly FrontEditionLine[]
  /** When each went out, in words, by its number. */
  times: Readonly<Record<number, string>>
  zone: string
  actions: Pick<FrontActions, 'takeEdition' | 'undoPublication'>
}) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const onOpenChange = (open: boolean) => !open && setAsked(null)

  async function take({ number }: FrontEditionLine): Promise<string | undefined> {
    const result = await actions.takeEdition({ key, number, seenVersion: version })
    if (!result.ok) return result.problem.message
    notify.done(`You go on from edition ${number}`, { description: 'Readers see nothing of it until you publish.' })
    router.push(`/desk/fronts/${key}`)
    router.refresh()
    return undefined
  }

  async function undo({ number }: FrontEditionLine): Promise<string | undefined> {
    const result = await actions.undoPublication({ key, number })
    if (!result.ok) return result.problem.message
    notify.done('Readers have what they had before')
    router.refresh()
    return undefined
  }

  return (
    <>
      <ol reversed className="space-y-4">
        {editions.map((edition) => (
          <li
            key={edition.number}
            aria-label={`Edition ${edition.number}`}
            className="rounded-lg border border-line p-4 md:p-5"
          >
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">Edition {edition.number}</span>
              {edition.isLive ? (
                <Badge tone="good" dot>
                  Readers have it
                </Badge>
              ) : null}
              <span className="text-ink-soft text-sm">
                <time dateTime={edition.publishedAt}>{times[edition.number]}</time>
                {edition.publishedBy === '' ? '' : ` by ${edition.publishedBy}`}
              </span>
            </p>
            <Changes changes={edition.changes} />
            <div className="mt-3 flex flex-wrap gap-2">
              <Button
                size="small"
                icon={<Eye aria-hidden="true" className="size-4" />}
                onClick={() => setAsked({ kind: 'look', edition })}
              >
                Look at it
              </Button>
              {mayPublish ? (
                <Button
                  size="small"
                  icon={<History aria-hidden="true" className="size-4" />}
                  onClick={() => setAsked({ kind: 'take', edition })}
                >
                  Go on from it
                </Button>
              ) : null}
              {mayPublish && edition.isLive ? (
                <Button
                  size="small"
                  variant="quiet"
                  icon={<Undo2 aria-hidden="true" className="size-4" />}
                  onClick={() => setAsked({ kind: 'undo', edition })}
                >
                  Undo this publication
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {asked?.kind === 'look' ? (
        <Dialog
          open
          size="large"
          onOpenChange={onOpenChange}
          title={`${name}: edition ${asked.edition.number}`}
          description="The layout of then with the articles of now: what is public no more is not there."
          footer={<DialogClose render={<Button>Close</Button>} />}
        >
          <Preview
            frontKey={key}
            edition={asked.edition.number}
            stamp={String(asked.edition.number)}
            zone={zone}
            className="h-[56vh]"
          />
        </Dialog>
      ) : null}
      {asked?.kind === 'take' ? (
        <ConfirmDialog
          open
          onOpenChange={onOpenChange}
          title={`Go on from edition ${asked.edition.number}?`}
          confirmLabel="Take it"
          onConfirm={() => take(asked.edition)}
        >
          <p>
            What is being laid out becomes what it was then.{' '}
            {changes.length === 0 ? '' : 'What was changed since the last publication is given up. '}
            Readers see nothing of it until you publish.
          </p>
        </ConfirmDialog>
      ) : null}
      {asked?.kind === 'undo' ? (
        <ConfirmDialog
          open
          onOpenChange={onOpenChange}
          title={`Undo edition ${asked.edition.number}?`}
          confirmLabel="Give readers the one before"
          onConfirm={() => undo(asked.edition)}
        >
          <p>Readers get back at once what they had before it. What is being laid out stays as it is.</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

const SHOWN_AT_ONCE = 6

function Changes({ changes }: { changes: readonly string[] }) {
  const list = (some: readonly string[]) => (
    <ul className="list-disc space-y-0.5 pl-5 text-ink-soft text-sm">
      {some.map((words) => (
        <li key={words} className="wrap-anywhere text-pretty">
          {words}
        </li>
      ))}
    </ul>
  )
  if (changes.length === 0) return null
  return (
    <div className="mt-2">
      {list(changes.slice(0, SHOWN_AT_ONCE))}
      {changes.length > SHOWN_AT_ONCE ? (
        <details className="mt-1 text-sm">
          <summary className="cursor-pointer text-ink-soft hover:text-ink touch:py-2.5">
            And {changes.length - SHOWN_AT_ONCE} more
          </summary>
          {list(changes.slice(SHOWN_AT_ONCE))}
        </details>
      ) : null}
    </div>
  )
}
