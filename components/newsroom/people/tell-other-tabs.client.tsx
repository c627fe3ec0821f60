'use client'

import { useEffect } from 'react'
import { announce } from '@/components/editor/session/surroundings'

/** This browser is signed in: its other tabs, where somebody may have been signed out while writing, send what they kept. */
export function TellOtherTabs({ personId }: { personId: string }) {
  useEffect(() => announce({ kind: 'signed-in', personId }), [personId])
  return null
}
