'use client'

import { Search } from 'lucide-react'
import { MenuItem } from '@/components/ui/menu.client'
import { shortcutText } from '../shortcut-text'
import { openFind } from './find-door'

/** The way into the search for whoever has no keyboard. */
export function FindItem({ canReplace }: { canReplace: boolean }) {
  return (
    <MenuItem
      icon={<Search />}
      shortcut={shortcutText(canReplace ? 'Mod-Alt-F' : 'Mod-F')}
      onSelect={() => openFind(canReplace)}
    >
      {canReplace ? 'Find and replace' : 'Find'}
    </MenuItem>
  )
}
