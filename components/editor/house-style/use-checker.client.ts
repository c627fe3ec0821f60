'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { readHouseStyle } from '../api/house-style'
import { afterKeys } from '../session/after-keys'
import type { DocumentSessionHandle } from '../session/use-document-session.client'
import { Checker, type Checks } from './checker'

/** Milliseconds until the rules are asked for again when they could not be read. */
const TRY_AGAIN = 15_000

/** Checks an article against the house style, with the rules as they are now: a change reaches open tabs by the stream. */
export function useChecker(articleId: string, onNews: DocumentSessionHandle['onNews']): Checker {
  const checker = useMemo(() => new Checker(articleId, afterKeys), [articleId])
  useEffect(() => {
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let latest = 0
    const load = async () => {
      clearTimeout(timer)
      latest += 1
      const mine = latest
      const style = await readHouseStyle().catch(() => null)
      if (!isHere || mine !== latest) return
      if (style !== null) return checker.setStyle(style)
      checker.styleFailed()
      timer = setTimeout(load, TRY_AGAIN)
    }
    void load()
    const stop = onNews((news) => {
      if (news.kind === 'style') void load()
    })
    return () => {
      isHere = false
      clearTimeout(timer)
      stop()
    }
  }, [checker, onNews])
  return checker
}

/** What the checks found, as of the last pause in typing. */
export function useChecks(checker: Checker): Checks {
  return useSyncExternalStore(checker.subscribe, checker.snapshot, checker.snapshot)
}

/** One thing that the checks know, for who need not be drawn again when another changes. Objects have to stay the same between checks. */
export function useCheck<One>(checker: Checker, read: (checks: Checks) => One): One {
  const one = () => read(checker.snapshot())
  return useSyncExternalStore(checker.subscribe, one, one)
}

/** How many things wait on the page of the checks. */
export function useChecksCount(checker: Checker): number {
  return useCheck(checker, ({ findings, toDos }) => findings.length + toDos.length)
}
