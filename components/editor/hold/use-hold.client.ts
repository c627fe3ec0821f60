'use client'

import { useEffect, useRef, useState } from 'react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { notify } from '@/components/ui/toaster.client'
import { holdArticle, releaseHold } from '../api/hold'
import { messageOf } from '../api/request'
import type { FieldSaver } from '../around/field-saver'
import type { ArticleFacts } from '../article-facts'
import type { StatusStore } from '../session/status-store'
import type { DocumentSessionHandle } from '../session/use-document-session.client'

type Options = {
  facts: ArticleFacts
  personId: string
  session: DocumentSessionHandle
  saver: FieldSaver
  refresh: () => Promise<void>
}

/** What can be done about the hold of this article, and what happened to it while the page was open. */
export type HoldHandle = {
  hold: ArticleFacts['hold']
  isOwn: boolean
  canHold: boolean
  canRelease: boolean
  isBusy: boolean
  /** Somebody took it over from this person, until they have read it. */
  lostTo: string | null
  forgetLoss: () => void
  begin: () => Promise<void>
  release: () => Promise<void>
  isAsking: boolean
  askTakeOver: (isAsking: boolean) => void
}

export function useHold({ facts, personId, session, saver, refresh }: Options): HoldHandle {
  const { hold } = facts
  const isOwn = hold?.personId === personId
  const [isBusy, setIsBusy] = useState(false)
  const [isAsking, askTakeOver] = useState(false)
  const { lostTo, forgetLoss, expect } = useChangesOfHold(facts, personId)
  useFlushes(facts.can.edit, session, saver)
  useLateNews(session.saving, refresh)

  async function run(work: () => Promise<unknown>) {
    setIsBusy(true)
    try {
      expect()
      await work()
      await refresh()
    } catch (error) {
      notify.problem(messageOf(error))
      await refresh()
    } finally {
      setIsBusy(false)
    }
  }

  const begin = () => run(() => holdArticle(facts.id))
  const release = () =>
    run(async () => {
      // The last words belong to what was subbed.
      if (isOwn) {
        await session.flush()
        await saver.flush()
      }
      await releaseHold(facts.id)
    })

  useCommands([
    ...(hold === null && facts.can.hold
      ? [{ id: 'article.hold', label: 'Hold for subbing', group: 'Article', run: begin }]
      : []),
    ...(facts.can.release
      ? [
          {
            id: 'article.release',
            label: isOwn ? 'Release the hold' : 'Release for everybody',
            group: 'Article',
            run: release,
          },
        ]
      : []),
    ...(hold !== null && !isOwn && facts.can.hold
      ? [{ id: 'article.takeOver', label: 'Take over…', group: 'Article', run: () => askTakeOver(true) }]
      : []),
  ])

  return {
    hold,
    isOwn,
    canHold: facts.can.hold,
    canRelease: facts.can.release,
    isBusy,
    lostTo,
    forgetLoss,
    begin,
    release,
    isAsking,
    askTakeOver,
  }
}

/** Says what others did: took the hold over, or gave the article back. */
function useChangesOfHold(facts: ArticleFacts, personId: string) {
  const [lostTo, setLostTo] = useState<string | null>(null)
  const before = useRef(facts.hold)
  const isExpected = useRef(false)
  const { hold } = facts
  const canEdit = facts.can.edit
  useEffect(() => {
    const last = before.current
    before.current = hold
    if (last?.personId === hold?.personId) return
    const isOwnDoing = isExpected.current
    isExpected.current = false
    const wasOwn = last?.personId === personId
    if (hold !== null) setLostTo(wasOwn ? hold.name : null)
    else if (last !== null && !isOwnDoing) {
      setLostTo(null)
      if (wasOwn) notify.info('Your hold on this article was released.')
      else if (canEdit) notify.info(`${last.name} has released this article. You can write again.`)
    }
  }, [hold, personId, canEdit])
  return {
    lostTo,
    forgetLoss: () => setLostTo(null),
    expect: () => {
      isExpected.current = true
    },
  }
}

/** Offline, nobody could say that a hold began or ended: when words are refused or saved again, it is asked. */
function useLateNews(saving: StatusStore, refresh: () => Promise<void>) {
  useEffect(() => {
    let before = saving.current().kind
    return saving.subscribe(() => {
      const { kind } = saving.current()
      const wasAway = before === 'offline' || before === 'signed-out'
      if (kind !== before && (kind === 'refused' || wasAway)) void refresh()
      before = kind
    })
  }, [saving, refresh])
}

/** What is unsent goes out while it is still taken in, and again when writing is possible again. */
function useFlushes(canEdit: boolean, session: DocumentSessionHandle, saver: FieldSaver) {
  const latest = useRef({ session, saver })
  latest.current = { session, saver }
  const could = useRef(canEdit)
  useEffect(() => {
    if (could.current === canEdit) return
    could.current = canEdit
    const { session, saver } = latest.current
    // Whether it worked, the status says.
    session.flush().catch(() => undefined)
    if (canEdit) saver.retry()
    else saver.flush().catch(() => undefined)
  }, [canEdit])
}
