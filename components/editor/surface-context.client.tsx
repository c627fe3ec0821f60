'use client'

import type { Editor } from '@tiptap/core'
import { createContext, use } from 'react'
import type { Newsletter } from './api/shelves'
import type { ArticleFacts } from './article-facts'
import type { Ask } from './asks'
import type { DocumentSessionHandle } from './session/use-document-session.client'
import type { PanelTab } from './side-panel.client'

/** What a block in the text, a panel beside it or a bar above it may need of the page around. */
export type Surface = {
  articleId: string
  /** Who is signed in. */
  personId: string
  facts: ArticleFacts
  /** Reads the facts again. */
  refresh: () => Promise<void>
  session: DocumentSessionHandle
  editor: Editor
  newsletters: readonly Newsletter[]
  ask: (ask: Ask) => void
  /** Opens the panel beside the text on one of its pages. */
  showPanel: (tab: PanelTab) => void
}

const SurfaceContext = createContext<Surface | null>(null)

export const SurfaceProvider = SurfaceContext.Provider

/** @throws outside of the editor: a defect */
export function useSurface(): Surface {
  const surface = use(SurfaceContext)
  if (surface === null) throw new Error('This belongs into the editor')
  return surface
}
