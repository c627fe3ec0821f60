'use client'

import { useEffect, useState } from 'react'
import type { LinkState } from '@/lib/outside-links/readers'
import { request } from '../api/request'

/** Where a link out of the paper leads: the page's own title when it is known, and whether the page is still there. */
export function OutsideLine({ href }: { href: string }) {
  const link = useOutsideLink(href)
  return (
    <>
      {link?.title ? <span className="block truncate font-medium">{link.title}</span> : null}
      <span className={link?.title ? 'block truncate text-ink-soft text-xs' : 'block truncate'}>{href}</span>
      {link && link.state !== 'fine' ? <LinkTrouble link={link} /> : null}
    </>
  )
}

function LinkTrouble({ link: { state, since, why } }: { link: LinkState }) {
  if (state === 'uncheckable' || since === null)
    return <span className="block text-ink-soft text-xs">Cannot be checked: {why}</span>
  return (
    <span className={`block text-xs ${state === 'dead' ? 'text-danger-ink' : 'text-warn-ink'}`}>
      {state === 'dead' ? 'Dead' : 'Failing'} since {day.format(new Date(since))}: {why}
    </span>
  )
}

/** Null until it is known, and when nobody has looked at the page. */
function useOutsideLink(href: string): LinkState | null {
  const [known, setKnown] = useState<{ href: string; link: LinkState | null }>({ href, link: null })
  useEffect(() => {
    if (!/^https?:/.test(href)) return
    const asking = new AbortController()
    request<{ link: LinkState | null }>(`/api/outside-links?${new URLSearchParams({ url: href })}`, {
      signal: asking.signal,
    })
      .then(({ link }) => setKnown({ href, link }))
      // The address alone is shown.
      .catch(() => undefined)
    return () => asking.abort()
  }, [href])
  return known.href === href ? known.link : null
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
