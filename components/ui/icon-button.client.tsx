'use client'

import { Button as BaseButton } from '@base-ui/react/button'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { Spinner } from './spinner'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What it does. Read aloud, and shown beside the button when pointed at. */
  label: string
  icon: ReactNode
  /** The keys that do the same, shown after the label: "Ctrl B". */
  shortcut?: string | undefined
  /** For a button that stays pressed: bold, open panel. */
  pressed?: boolean | undefined
  busy?: boolean | undefined
  size?: 'small' | 'medium' | undefined
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined
}

export function IconButton({
  label,
  icon,
  shortcut,
  pressed,
  busy = false,
  size = 'medium',
  side = 'bottom',
  className,
  disabled,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={
          <BaseButton
            {...rest}
            disabled={disabled === true || busy}
            focusableWhenDisabled
            aria-label={label}
            aria-pressed={pressed}
            aria-busy={busy || undefined}
            className={classes(
              'inline-flex shrink-0 select-none items-center justify-center rounded-md text-ink-soft transition-colors duration-100',
              'hover:bg-sunken hover:text-ink active:bg-pressed data-disabled:opacity-45 data-disabled:hover:bg-transparent',
              'aria-pressed:bg-accent-wash aria-pressed:text-accent-ink data-popup-open:text-ink touch:size-11',
              size === 'small' ? 'size-7' : 'size-9',
              className,
            )}
          >
            {busy ? <Spinner /> : icon}
          </BaseButton>
        }
      />
      <TooltipPopup side={side}>
        {label}
        {shortcut ? <kbd className="font-normal font-sans text-[#c9c3b9]">{shortcut}</kbd> : null}
      </TooltipPopup>
    </Tooltip.Root>
  )
}

function TooltipPopup({ side, children }: { side: 'top' | 'right' | 'bottom' | 'left'; children: ReactNode }) {
  return (
    <Tooltip.Portal>
      <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
        <Tooltip.Popup className="flex items-center gap-2 rounded-md bg-[#26231f] px-2 py-1 font-medium text-[#f5f3ef] text-xs shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0 data-instant:transition-none dark:bg-[#3a3631]">
          {children}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  )
}

/** Once around everything: after the first tooltip the next ones come at once. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Tooltip.Provider delay={450}>{children}</Tooltip.Provider>
}
