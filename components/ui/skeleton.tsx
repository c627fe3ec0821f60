import { classes } from './classes'

/** A grey shape where words will stand. Give it a size by class. Whoever shows it says "loading" once, in words. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <div aria-hidden="true" className={classes('h-4 animate-breathe rounded-sm bg-pressed', className)} />
}
