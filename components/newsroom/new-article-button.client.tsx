'use client'

import { ChevronDown, FilePlus2, LayoutTemplate, Plus } from 'lucide-react'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { OfferedTemplate } from '@/lib/templates/readers'
import { useIsAlive } from './people/use-is-alive.client'
import type { StartArticle } from './start-article'

/** Starts an empty article at a press; beside it, one of each kind that there is a template for. */
export function NewArticleButton({ start, templates }: { start: StartArticle; templates: readonly OfferedTemplate[] }) {
  const [isStarting, startTransition] = useTransition()
  const isAlive = useIsAlive()

  function press(templateId?: string) {
    startTransition(async () => {
      const result = await start(templateId === undefined ? {} : { templateId })
      if (result && !result.ok) notify.problem('No article was started', { description: result.problem.message })
    })
  }

  return (
    <div className="flex">
      <Button
        variant="primary"
        busy={isStarting}
        disabled={!isAlive}
        onClick={() => press()}
        icon={<Plus aria-hidden="true" className="size-4" />}
        className={templates.length > 0 ? 'rounded-r-none' : undefined}
      >
        New article
      </Button>
      {templates.length > 0 ? (
        <Menu
          trigger={
            <IconButton
              label="Start from a template"
              disabled={!isAlive || isStarting}
              icon={<ChevronDown aria-hidden="true" className="size-4" />}
              className="rounded-l-none! border-on-accent/25 border-l bg-accent! text-on-accent! shadow-rest hover:bg-accent-hover! data-popup-open:bg-accent-hover!"
            />
          }
        >
          <MenuItem icon={<FilePlus2 aria-hidden="true" />} onSelect={() => press()}>
            <Kind name="Blank" description="A headline, a standfirst and an empty paragraph." />
          </MenuItem>
          {templates.map(({ id, name, description }) => (
            <MenuItem key={id} icon={<LayoutTemplate aria-hidden="true" />} onSelect={() => press(id)}>
              <Kind name={name} description={description} />
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </div>
  )
}

function Kind({ name, description }: { name: string; description: string }) {
  return (
    <span className="block max-w-72 py-0.5">
      <span className="block font-medium">{name}</span>
      {description === '' ? null : <span className="block text-pretty text-ink-faint text-xs">{description}</span>}
    </span>
  )
}
