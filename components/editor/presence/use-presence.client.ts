'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { leavePresence, reportPresence } from '../api/presence'
import type { PresentTab } from '../session/protocol'
import { useSurface } from '../surface-context.client'
import { PersonColours } from './colours'
import { showTabs } from './cursors-plugin'
import { type PersonHere, peopleHere } from './people-here'
import { PresenceReporter } from './reporter'
import { savedSelection } from './saved-selection'

export type ColouredPerson = PersonHere & { colour: number }

/**
 * Takes part in the presence of the article: tells where this tab's cursor is, shows the others' in the text, and answers who
 * is there, anew only when that changes.
 */
export function usePresence(): readonly ColouredPerson[] {
  const { personId, session, editor } = useSurface()
  const { clientId } = session
  const [people, setPeople] = useState<readonly ColouredPerson[]>([])
  const [colours] = useState(() => new PersonColours())
  const reporter = useReporter()

  // The session's handle is made anew whenever its status changes; what listens to it is not.
  const { onNews } = session
  useEffect(() => {
    const hear = (tabs: readonly PresentTab[]) => {
      if (!tabs.some((tab) => tab.clientId === clientId)) reporter.current?.again()
      const present = [...new Set(tabs.map((tab) => tab.personId))]
      const coloured = tabs.map((tab) => ({ ...tab, colour: colours.of(tab.personId, present) }))
      if (!editor.isDestroyed)
        showTabs(
          editor.view,
          coloured.filter((tab) => tab.personId !== personId),
        )
      const here = peopleHere(tabs, { personId, clientId })
      const next = here.map((person) => ({ ...person, colour: colours.of(person.personId, present) }))
      setPeople((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    return onNews((news) => {
      if (news.kind === 'presence') hear(news.tabs)
    })
  }, [onNews, editor, personId, clientId, colours, reporter])

  return people
}

/** Tells the server where this tab is, from when it is shown until it is left. */
function useReporter() {
  const { articleId, personId, session, editor } = useSurface()
  const { clientId } = session
  const current = useRef<PresenceReporter | null>(null)
  useEffect(() => {
    const reporter = new PresenceReporter({
      read: () => readPlace(editor),
      send: (report) => reportPresence(articleId, personId, clientId, report),
      leave: () => leavePresence(articleId, personId, clientId),
    })
    current.current = reporter
    const onTransaction = ({ transaction }: { transaction: Editor['state']['tr'] }) => {
      if (transaction.docChanged) reporter.typed()
      else if (transaction.selectionSet) reporter.moved()
    }
    const onFocus = () => reporter.moved()
    const onVisibility = () => reporter.setVisible(document.visibilityState === 'visible')
    const onLeave = () => reporter.goAway()
    editor.on('transaction', onTransaction)
    editor.on('focus', onFocus)
    editor.on('blur', onFocus)
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', onLeave)
    reporter.moved()
    return () => {
      editor.off('transaction', onTransaction)
      editor.off('focus', onFocus)
      editor.off('blur', onFocus)
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', onLeave)
      reporter.goAway()
      current.current = null
    }
  }, [articleId, personId, clientId, editor])
  return current
}

/** Somebody who looks at another window is still where the cursor is; somebody who types into a field beside the text is not. */
function readPlace(editor: Editor) {
  if (editor.isDestroyed) return null
  const place = savedSelection(editor.state)
  if (place === null) return null
  const isInText = editor.isFocused || (!document.hasFocus() && document.activeElement === editor.view.dom)
  return isInText ? place : { ...place, selection: null }
}
