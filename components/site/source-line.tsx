import type { EditionSource } from '@/lib/articles/edition-source'
import { safePageUrl } from '@/lib/document/addresses'

/** Where the article is from: who published it first, on what terms it is printed, and what we added. */
export function SourceLine({ source }: { source: EditionSource }) {
  const { name, url, origin, licence, whatWeAdded } = source
  const credit = <Publisher name={name} url={url} />
  if (origin === 'OWN') return <p className="source">Source: {credit}</p>
  return (
    <div className="source">
      <p>Source: {credit}</p>
      <p>
        {origin === 'REWRITTEN' ? 'Written from a report originally published by' : 'Originally published by'} {name}.
        {licence === '' ? null : ` Licence: ${licence}.`}
      </p>
      {whatWeAdded === '' || origin === 'WIRE' ? null : <p>What we added: {whatWeAdded}</p>}
    </div>
  )
}

function Publisher({ name, url }: { name: string; url: string }) {
  const address = safePageUrl(url)
  if (address === null) return name
  return (
    <a href={address} rel="noopener">
      {name}
    </a>
  )
}
