import type { ComponentProps, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonClasses } from './button-classes'
import { classes } from './classes'
import { Link } from './link'

export type ButtonLinkProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  icon?: ReactNode
}

/** A link that looks like a button: it goes somewhere and does nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={classes(buttonClasses({ variant, size }), className)}>
      {icon}
      {children}
    </Link>
  )
}
