import { mastheadLogo } from '@/lib/look/logo-image'
import type { Look } from '@/lib/look/look'

/** The paper's name, as words or as its logo. */
export function Nameplate({ name, look: { logo, logoDark, scheme } }: { name: string; look: Look }) {
  const image = logo === null ? null : mastheadLogo(logo)
  if (image === null) return name
  const dark = logoDark === null || scheme === 'light' ? null : mastheadLogo(logoDark)
  // On paper it is always day.
  const media = scheme === 'dark' ? 'screen' : 'screen and (prefers-color-scheme: dark)'
  return (
    <picture>
      {dark === null ? null : <source media={media} srcSet={dark.src} width={dark.width} height={dark.height} />}
      <img {...image} alt={name} fetchPriority="high" />
    </picture>
  )
}
