import { classes } from './classes'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent shadow-rest hover:bg-accent-hover active:bg-accent-hover',
  secondary:
    'border border-line-strong bg-raised text-ink shadow-rest hover:border-ink-faint hover:bg-sunken active:bg-pressed data-popup-open:bg-sunken',
  quiet:
    'text-ink-soft hover:bg-sunken hover:text-ink active:bg-pressed data-popup-open:bg-sunken data-popup-open:text-ink',
  danger: 'bg-danger text-on-danger shadow-rest hover:bg-danger-hover active:bg-danger-hover',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'h-8 gap-1.5 px-2.5 text-sm touch:h-11 touch:px-3.5',
  medium: 'h-9 gap-2 px-3.5 text-sm touch:h-11 touch:px-4',
  large: 'h-11 gap-2 px-5 text-base',
}

/** How a button looks, for what is a button only by its look: links, triggers of menus and dialogs. */
export function buttonClasses({
  variant = 'secondary',
  size = 'medium',
}: {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
} = {}): string {
  return classes(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium no-underline transition-colors duration-100',
    'disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-60 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
  )
}
