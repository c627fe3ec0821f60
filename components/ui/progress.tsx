import { classes } from './classes'

/** How far something is, from 0 to 1. */
export function Progress({
  label,
  value,
  className,
}: {
  label: string
  value: number
  className?: string | undefined
}) {
  return (
    <progress
      aria-label={label}
      max={1}
      value={value}
      className={classes(
        'block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-pressed',
        '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-pressed [&::-webkit-progress-value]:bg-accent',
        className,
      )}
    />
  )
}
