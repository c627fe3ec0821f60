'use client'

import { Menu } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button.client'
import { Link } from '@/components/ui/link'
import { Sheet } from '@/components/ui/sheet.client'
import type { NavGroup } from './nav-items'
import { NavLinks } from './nav-links.client'
import { useIsAlive } from './people/use-is-alive.client'

/** On a narrow screen: the paper's name, and the menu in a sheet. */
export function TopBar({
  paperName,
  groups,
  bell,
  children,
}: {
  paperName: string
  groups: NavGroup[]
  /** Stands at the far end. */
  bell: ReactNode
  children: ReactNode
}) {
  const path = usePathname()
  // Whatever in the menu leads to another page closes it.
  const [openOn, setOpenOn] = useState<string | null>(null)
  const isAlive = useIsAlive()
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-line border-b bg-ground/90 px-2 backdrop-blur md:hidden">
      <Sheet
        open={openOn === path}
        onOpenChange={(isOpen) => setOpenOn(isOpen ? path : null)}
        title={paperName}
        trigger={<IconButton label="Menu" disabled={!isAlive} icon={<Menu aria-hidden="true" className="size-5" />} />}
      >
        <NavLinks groups={groups} onFollow={() => setOpenOn(null)} />
        {children}
      </Sheet>
      <Link href="/desk" className="flex h-11 min-w-0 items-center truncate px-1 font-semibold font-serif text-lg">
        {paperName}
      </Link>
      {bell}
    </header>
  )
}
