'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Check, Ellipsis } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classes } from './classes'
import { Kbd } from './kbd'
import { Link } from './link'

/** A list of things to do, dropped from the button that is its trigger. Arrow keys, letters and Escape work in it. */
export function Menu({
  trigger,
  align = 'end',
  side = 'bottom',
  children,
}: {
  trigger: ReactElement
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | undefined
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Popup align={align} side={side}>
        {children}
      </Popup>
    </Base.Root>
  )
}

export type MenuHandle<Subject> = Base.Handle<Subject>

/** Ties one menu to the many buttons that drop it: a long list of things pays for one menu. */
export function createMenuHandle<Subject>(): MenuHandle<Subject> {
  return Base.createHandle<Subject>()
}

/** The menu of many buttons: what it offers depends on whose button was pressed. */
export function SharedMenu<Subject>({
  handle,
  children,
}: {
  handle: MenuHandle<Subject>
  children: (subject: Subject) => ReactNode
}) {
  return (
    <Base.Root handle={handle}>
      {({ payload }) => (
        <Popup align="end" side="bottom">
          {payload === undefined ? null : children(payload)}
        </Popup>
      )}
    </Base.Root>
  )
}

/** The button of one of many things. */
export function SharedMenuButton<Subject>({
  handle,
  subject,
  label,
}: {
  handle: MenuHandle<Subject>
  subject: Subject
  label: string
}) {
  return (
    <Base.Trigger
      handle={handle}
      payload={subject}
      aria-label={label}
      title={label}
      className="inline-flex size-7 shrink-0 select-none items-center justify-center rounded-md text-ink-soft transition-colors duration-100 hover:bg-sunken hover:text-ink active:bg-pressed data-popup-open:text-ink touch:size-11"
    >
      <Ellipsis aria-hidden="true" className="size-4" />
    </Base.Trigger>
  )
}

function Popup({
  align,
  side,
  children,
}: {
  align: 'start' | 'center' | 'end'
  side: 'top' | 'bottom'
  children: ReactNode
}) {
  return (
    <Base.Portal>
      <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
        <Base.Popup className="min-w-52 origin-(--transform-origin) rounded-lg bg-raised p-1 text-ink shadow-float outline-none transition-[opacity,scale] duration-100 ease-out data-ending-style:scale-[0.98] data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0">
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

const ITEM =
  'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm no-underline outline-none touch:min-h-11 ' +
  'data-disabled:opacity-45 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0'

export function MenuItem({
  icon,
  shortcut,
  isDangerous = false,
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode
  shortcut?: string | undefined
  isDangerous?: boolean | undefined
  disabled?: boolean | undefined
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classes(
        ITEM,
        isDangerous ? 'text-danger-ink data-highlighted:bg-danger-wash' : '[&_svg]:text-ink-faint',
      )}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut ? <Kbd className="touch:hidden">{shortcut}</Kbd> : null}
    </Base.Item>
  )
}

/** Something that is on or off. The menu stays open: one sees that it changed. */
export function MenuCheckItem({
  isChecked,
  onChange,
  children,
}: {
  isChecked: boolean
  onChange: (isChecked: boolean) => void
  children: ReactNode
}) {
  return (
    <Base.CheckboxItem
      checked={isChecked}
      onCheckedChange={onChange}
      className={classes(ITEM, '[&_svg]:text-accent-ink')}
    >
      <span aria-hidden="true" className="flex size-4 shrink-0">
        <Base.CheckboxItemIndicator>
          <Check />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="flex-1">{children}</span>
    </Base.CheckboxItem>
  )
}

export function MenuLink({
  href,
  icon,
  isExternal = false,
  children,
}: {
  href: string
  icon?: ReactNode
  /** Another site, or a page with another layout: loaded whole. */
  isExternal?: boolean | undefined
  children: ReactNode
}) {
  return (
    <Base.LinkItem
      closeOnClick
      href={href}
      render={isExternal ? undefined : <Link href={href} />}
      className={classes(ITEM, 'text-ink [&_svg]:text-ink-faint')}
    >
      {icon}
      <span className="flex-1">{children}</span>
    </Base.LinkItem>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />
}
