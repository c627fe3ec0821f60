'use client'

import { useState } from 'react'
import { messageOf } from '@/components/editor/api/request'
import { Button } from '@/components/ui/button.client'
import { Callout } from '@/components/ui/callout'
import { Dialog, DialogClose } from '@/components/ui/dialog.client'
import { notify } from '@/components/ui/toaster.client'
import type { FrontActions } from './front-actions'
import { headlineOf, useFrontDesk } from './front-desk.client'
import { counted, nameOfContainer } from './front-words'

/** What readers get when this front goes out, in words, and what an editor should know before. */
export function PublishDialog({
  actions,
  onClose,
}: {
  actions: Pick<FrontActions, 'publish' | 'undoPublication'>
  onClose: () => void
}) {
  const { state, session, articles } = useFrontDesk()
  const { front, layout, status } = state
  const { key, name, changes, problems } = front
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const isSaved = status.kind === 'saved'

  async function publish() {
    setIsBusy(true)
    setProblem(null)
    try {
      const result = await actions.publish({ key, version: front.version })
      if (!result.ok) {
        setProblem(result.problem.message)
        await session.look()
        return
      }
      session.take(result.value)
      onClose()
      const number = result.value.live?.number
      notify.done(`Readers have it now: ${name}`, {
        ...(number === undefined
          ? {}
          : { action: { label: 'Undo', onPress: () => void undo(number).catch((e) => notify.problem(messageOf(e))) } }),
      })
    } catch {
      setProblem('There is no connection. Nothing was published: try again.')
    } finally {
      setIsBusy(false)
    }
  }

  async function undo(number: number) {
    const result = await actions.undoPublication({ key, number })
    if (!result.ok) return notify.problem(result.problem.message)
    session.take(result.value)
    notify.done('Readers have what they had before', { description: 'What you laid out is still here.' })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !isBusy && onClose()}
      title={`Publish ${name}?`}
      description={
        changes.length === 0
          ? 'Readers have all of this already.'
          : `${counted(changes.length, 'change')} for readers, all at once.`
      }
      footer={
        <>
          <DialogClose render={<Button disabled={isBusy}>Not yet</Button>} />
          <Button
            variant="primary"
            busy={isBusy || !isSaved}
            disabled={changes.length === 0}
            onClick={() => void publish()}
          >
            {isSaved ? 'Publish' : 'Saving…'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem === null ? null : <Callout tone="danger">{problem}</Callout>}
        {problems.length === 0 ? null : (
          <Callout tone="warn" title={`${counted(problems.length, 'thing')} to look at first`}>
            <ul className="mt-1 list-disc space-y-0.5 pl-4">
              {problems.map(({ containerId, cardId, message }) => {
                const container = layout.containers.find(({ id }) => id === containerId)
                const card = container?.cards.find(({ id }) => id === cardId)
                return (
                  <li key={`${containerId} ${cardId} ${message}`} className="text-pretty">
                    {container === undefined ? '' : `${nameOfContainer(container, front)}: `}
                    {card === undefined ? '' : `“${headlineOf(card, articles)}”. `}
                    {message}
                  </li>
                )
              })}
            </ul>
          </Callout>
        )}
        <ul aria-label="What changes for readers" className="list-disc space-y-1 pl-5 text-sm">
          {changes.map((words) => (
            <li key={words} className="wrap-anywhere text-pretty">
              {words}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
