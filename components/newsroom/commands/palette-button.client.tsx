'use client'

import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { shortcutText } from '@/components/editor/shortcut-text'
import { IconButton } from '@/components/ui/icon-button.client'
import { Kbd } from '@/components/ui/kbd'
import { useIsAlive } from '../people/use-is-alive.client'
import { openPalette } from './command-doors'

/** The way into the palette for whoever does not know its keys. */
export function PaletteButton() {
  const isAlive = useIsAlive()
  // The server does not know what this machine calls its keys.
  const [keys, setKeys] = useState('')
  useEffect(() => setKeys(shortcutText('Mod-K')), [])
  return (
    <button
      type="button"
      aria-label="Search and actions"
      disabled={!isAlive}
      onClick={openPalette}
      className="mb-5 flex h-9 w-full shrink-0 items-center gap-2 rounded-md border border-line bg-ground px-2.5 text-left text-ink-faint text-sm shadow-rest transition-colors duration-100 hover:border-line-strong hover:text-ink-soft"
    >
      <Search aria-hidden="true" className="size-4" />
      <span className="flex-1">Search</span>
      {keys === '' ? null : <Kbd className="px-1.5">{keys}</Kbd>}
    </button>
  )
}

/** The same where there is room for a sign alone. */
export function PaletteIcon({ className }: { className?: string }) {
  const isAlive = useIsAlive()
  return (
    <IconButton
      label="Search and actions"
      disabled={!isAlive}
      icon={<Search aria-hidden="true" className="size-5" />}
      onClick={openPalette}
      className={className}
    />
  )
}
