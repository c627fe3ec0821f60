'use client'

import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useRef } from 'react'
import type { StatusStore } from '../session/status-store'
import { useAboutStatus } from '../session/use-save-status.client'
import { useReadLater } from '../use-read-later.client'
import { placesOfEvents } from './claimed-words'
import type { ClaimsHandle } from './use-claims.client'

/** Has the claims read again when the text tells of some that are not known yet: pasted from another story, or marked by somebody else. */
export function ClaimsFollow({
  editor,
  handle,
  saving,
}: {
  editor: Editor
  handle: ClaimsHandle
  saving: StatusStore
}) {
  const told = useReadLater(editor, eventsIn)
  // The server knows of what was pasted once it is saved.
  const isSaved = useAboutStatus(saving, ({ kind }) => kind === 'saved')
  const latest = useRef(handle)
  latest.current = handle
  useEffect(() => {
    const { known, read } = latest.current
    if (!isSaved || known === null) return
    const listed = new Set(known.claims.flatMap(({ events }) => events.map(({ id }) => id)))
    if (told.some((id) => !listed.has(id))) void read()
  }, [told, isSaved])
  return null
}

const eventsIn = (document: Node): string[] => [...placesOfEvents(document).keys()]
