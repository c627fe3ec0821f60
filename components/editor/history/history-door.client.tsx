'use client'

import { History } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect } from 'react'
import { useCommands } from '@/components/newsroom/commands/use-commands.client'
import { MenuItem } from '@/components/ui/menu.client'
import { shortcutText } from '../shortcut-text'
import { useSurface } from '../surface-context.client'

const KEYS = 'Mod-Alt-H'
/** Nobody waits longer than that for the last words to be saved: they are sent on the way out, too. */
const SAVE_MILLISECONDS = 1_500

/** The way to the history of the article, by key and from the palette; and the question who wrote some words. */
export function HistoryDoor() {
  const { ask } = useSurface()
  const open = useOpenHistory()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // By its place on the keyboard: with Alt held a Mac types another letter.
      if (event.code !== 'KeyH' || !event.altKey || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])
  useCommands([
    {
      id: 'history.open',
      label: 'History',
      group: 'History',
      keys: KEYS,
      alsoCalled: 'versions revisions compare',
      run: open,
    },
    {
      id: 'history.whoWrote',
      label: 'Who wrote this?',
      group: 'History',
      alsoCalled: 'author of these words blame',
      run: () => ask({ kind: 'who wrote' }),
    },
  ])
  return null
}

/** For the header's menu. */
export function HistoryItem() {
  return (
    <MenuItem icon={<History />} shortcut={shortcutText(KEYS)} onSelect={useOpenHistory()}>
      History
    </MenuItem>
  )
}

function useOpenHistory(): () => void {
  const { articleId, session } = useSurface()
  const router = useRouter()
  const { flush } = session
  return useCallback(() => {
    const saved = flush().catch(() => undefined)
    const tooLong = new Promise((resolve) => setTimeout(resolve, SAVE_MILLISECONDS))
    void Promise.race([saved, tooLong]).then(() => router.push(`/desk/articles/${articleId}/history`))
  }, [flush, articleId, router])
}
