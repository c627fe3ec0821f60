'use client'

import { Tabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

/** What the panel beside the text shows. */
export type PanelTab = 'fields' | 'workflow' | 'links' | 'claims' | 'replies' | 'comments' | 'suggestions' | 'checks'

export type PanelPage = {
  tab: PanelTab
  label: string
  /** How many things wait there: a {@link TabCount}, which follows the text by itself. */
  count?: ReactNode
  content: ReactNode
}

/** The panel beside the text: one page at a time, with a number on the tab where something waits. */
export function SidePanel({
  pages,
  tab,
  onTab,
}: {
  pages: readonly PanelPage[]
  tab: PanelTab
  onTab: (tab: PanelTab) => void
}) {
  return (
    <Tabs.Root value={tab} onValueChange={(value) => onTab(value as PanelTab)}>
      <Tabs.List aria-label="Around the text" className="side-panel-tabs">
        {pages.map(({ tab, label, count }) => (
          <Tabs.Tab key={tab} value={tab} className="side-panel-tab">
            {label}
            {count}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {pages.map(({ tab, content }) => (
        <Tabs.Panel key={tab} value={tab} tabIndex={-1} className="pt-5 outline-none">
          {content}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  )
}

/** A number on a tab; 0 shows none. */
export function TabCount({ count }: { count: number }) {
  return count > 0 ? <span className="side-panel-count">{count}</span> : null
}
