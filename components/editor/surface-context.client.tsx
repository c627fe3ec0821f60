'use client'

import { createContext, use } from 'react'
import type { Newsletter } from './api/shelves'
import type { Ask } from './asks'

/** What a block in the text may need of the page around it. */
export type Surface = {
  newsletters: readonly Newsletter[]
  ask: (ask: Ask) => void
}

const SurfaceContext = createContext<Surface | null>(null)

export const SurfaceProvider = SurfaceContext.Provider

/** @throws outside of the editor: a defect */
export function useSurface(): Surface {
  const surface = use(SurfaceContext)
  if (surface === null) throw new Error('This belongs into the editor')
  return surface
}
