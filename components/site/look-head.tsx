import type { Look } from '@/lib/look/look'
import { lookPath } from '@/lib/look/print-look'
import { themeColours } from '@/lib/look/theme-colours'

/** What the head of a page says of the paper's look. A paper without one of its own loads nothing for it. */
export function LookHead({ look }: { look: Look }) {
  const sheet = lookPath(look)
  return (
    <>
      <meta name="color-scheme" content={look.scheme === 'device' ? 'light dark' : look.scheme} />
      {themeColours(look).map(({ colour, media }) => (
        <meta key={media ?? ''} name="theme-color" media={media} content={colour} />
      ))}
      {sheet === null ? null : <link rel="stylesheet" href={sheet} />}
    </>
  )
}
