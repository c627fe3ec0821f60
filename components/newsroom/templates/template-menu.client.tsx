'use client'

import { Ellipsis, Eye, Pencil, Plus, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { IfMay } from '@/components/newsroom/may.client'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { IconButton } from '@/components/ui/icon-button.client'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu.client'
import { notify } from '@/components/ui/toaster.client'
import type { ActionResult } from '@/lib/http/action'
import type { StartArticle } from '../start-article'
import { type EditedTemplate, EditTemplateDialog } from './edit-template-dialog.client'

export type TemplateActions = {
  change: (input: EditedTemplate) => Promise<ActionResult<void>>
  remove: (input: { id: string }) => Promise<ActionResult<void>>
  start: StartArticle
}

/** What can be done to one template of the list. */
export function TemplateMenu({ template, actions }: { template: EditedTemplate; actions: TemplateActions }) {
  const router = useRouter()
  const [question, setQuestion] = useState<'change' | 'remove' | null>(null)

  async function start() {
    const result = await actions.start({ templateId: template.id })
    if (result && !result.ok) notify.problem('No article was started', { description: result.problem.message })
  }

  async function remove(): Promise<string | undefined> {
    const result = await actions.remove({ id: template.id })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done(`“${template.name}” is deleted`)
    return undefined
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton
            label={`What to do with ${template.name}`}
            icon={<Ellipsis aria-hidden="true" className="size-4" />}
          />
        }
      >
        <MenuLink href={`/admin/templates/${template.id}`} icon={<Eye aria-hidden="true" />}>
          Preview
        </MenuLink>
        <IfMay action="article.create">
          <MenuItem icon={<Plus aria-hidden="true" />} onSelect={() => void start()}>
            Start an article
          </MenuItem>
        </IfMay>
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setQuestion('change')}>
          Edit
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 aria-hidden="true" />} isDangerous onSelect={() => setQuestion('remove')}>
          Delete
        </MenuItem>
      </Menu>
      {question === 'change' ? (
        <EditTemplateDialog template={template} change={actions.change} onClose={() => setQuestion(null)} />
      ) : null}
      <ConfirmDialog
        open={question === 'remove'}
        onOpenChange={(isOpen) => setQuestion(isOpen ? 'remove' : null)}
        title={`Delete the template “${template.name}”?`}
        confirmLabel="Delete"
        isDangerous
        onConfirm={remove}
      >
        Articles that were started from it stay as they are, and its required fields are not asked of them any more.
      </ConfirmDialog>
    </>
  )
}
