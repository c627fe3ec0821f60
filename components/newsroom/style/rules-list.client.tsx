'use client'

import { Ellipsis, Pencil, Plus, Search, SpellCheck, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button.client'
import { classes } from '@/components/ui/classes'
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button.client'
import { Input } from '@/components/ui/input.client'
import { Menu, MenuItem } from '@/components/ui/menu.client'
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from '@/components/ui/table'
import { notify } from '@/components/ui/toaster.client'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { ListedRule } from '@/lib/house-style/readers'
import { RuleDialog } from './rule-dialog.client'
import { RuleSwitch } from './rule-switch.client'
import type { RuleActions } from './style-actions'

type Asked = { kind: 'add' } | { kind: 'edit' | 'delete'; rule: ListedRule }

/** Every rule of the house style, with a search above and what can be done to each. */
export function RulesList({ rules, actions }: { rules: readonly ListedRule[]; actions: RuleActions }) {
  const router = useRouter()
  const [search, setSearch] = useState('')
  const [asked, setAsked] = useState<Asked | null>(null)
  const shown = rules.filter((rule) => isAbout(rule, search))

  async function remove(rule: ListedRule): Promise<string | undefined> {
    const result = await actions.remove({ id: rule.id })
    if (!result.ok) return result.problem.message
    router.refresh()
    notify.done('The rule is deleted.')
    return undefined
  }

  const addButton = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden="true" className="size-4" />}
      onClick={() => setAsked({ kind: 'add' })}
    >
      Add a rule
    </Button>
  )

  return (
    <>
      {rules.length === 0 ? (
        <EmptyState
          icon={<SpellCheck aria-hidden="true" />}
          title="No rules yet"
          actions={addButton}
          className="rounded-lg border border-line"
        >
          Say which words the paper does not print, why, and what to write instead. Writers see it in their text as they
          write.
        </EmptyState>
      ) : (
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <Input
            type="search"
            aria-label="Search rules"
            placeholder="Search"
            icon={<Search aria-hidden="true" />}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            className="w-full sm:w-64"
          />
          <span className="flex-1" />
          {addButton}
        </div>
      )}
      <p role="status" className="sr-only">
        {search === '' ? '' : `${shown.length} of ${rules.length} rules`}
      </p>
      {rules.length > 0 && shown.length === 0 ? (
        <p className="py-10 text-center text-ink-soft text-sm">No rule has “{search}” in it.</p>
      ) : null}
      {shown.length > 0 ? (
        <Table label="Rules">
          <TableHead>
            <TableHeading>Instead of</TableHeading>
            <TableHeading>Write</TableHeading>
            <TableHeading>Why</TableHeading>
            <TableHeading>On</TableHeading>
            <TableHeading>
              <VisuallyHidden>Actions</VisuallyHidden>
            </TableHeading>
          </TableHead>
          <TableBody>
            {shown.map((rule) => (
              <TableRow key={rule.id} className={classes(!rule.isActive && 'text-ink-faint')}>
                <TableCell className="break-words font-medium max-md:pr-12 md:max-w-56">
                  {rule.isPattern ? (
                    <code className="break-all font-mono text-xs">{rule.find}</code>
                  ) : (
                    <span>{rule.find}</span>
                  )}
                  <Details rule={rule} />
                </TableCell>
                <TableCell label="Write" className="break-words md:min-w-28 md:max-w-44">
                  <Replacement replacement={rule.replacement} />
                </TableCell>
                <TableCell label="Why" className="text-pretty text-ink-soft">
                  {rule.reason}
                </TableCell>
                <TableCell label="On">
                  <RuleSwitch rule={rule} turn={actions.turn} />
                </TableCell>
                <TableCell className="text-right max-md:absolute max-md:top-2 max-md:right-2">
                  <Menu
                    trigger={
                      <IconButton
                        label={`What to do with “${rule.find}”`}
                        icon={<Ellipsis aria-hidden="true" className="size-4" />}
                      />
                    }
                  >
                    <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setAsked({ kind: 'edit', rule })}>
                      Edit
                    </MenuItem>
                    <MenuItem
                      icon={<Trash2 aria-hidden="true" />}
                      isDangerous
                      onSelect={() => setAsked({ kind: 'delete', rule })}
                    >
                      Delete
                    </MenuItem>
                  </Menu>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : null}
      {asked?.kind === 'add' ? <RuleDialog rule={null} actions={actions} onClose={() => setAsked(null)} /> : null}
      {asked?.kind === 'edit' ? (
        <RuleDialog rule={asked.rule} actions={actions} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.kind === 'delete' ? (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : setAsked(null))}
          title={`Delete the rule for “${asked.rule.find}”?`}
          confirmLabel="Delete"
          isDangerous
          onConfirm={() => remove(asked.rule)}
        >
          Its marks vanish from every open article. To stop it for a while, switch it off instead.
        </ConfirmDialog>
      ) : null}
    </>
  )
}

function isAbout({ find, replacement, reason }: ListedRule, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase('en')
  return [find, replacement ?? '', reason].some((text) => text.toLocaleLowerCase('en').includes(wanted))
}

function Details({ rule: { isPattern, isWholeWord, isCaseSensitive } }: { rule: ListedRule }) {
  const details = [
    isPattern ? 'pattern' : null,
    isWholeWord ? null : 'also inside words',
    isCaseSensitive ? 'capitals matter' : null,
  ].filter((detail) => detail !== null)
  return details.length === 0 ? null : (
    <span className="block font-normal text-ink-faint text-xs">{details.join(', ')}</span>
  )
}

function Replacement({ replacement }: { replacement: string | null }) {
  if (replacement === null) return <span className="text-ink-faint">Warns only</span>
  if (replacement === '') return <span className="text-ink-faint">Taken out</span>
  return <span>{replacement}</span>
}
