import { said } from '@/components/document/said'
import type { EditionSource } from '@/lib/articles/edition-source'
import { safePageUrl } from '@/lib/document/addresses'
import type { SiteWords } from '@/lib/site-words/en'

/** Where the article is from: who published it first, on what terms it is printed, and what we added. */
export function SourceLine({ source, words }: { source: EditionSource; words: SiteWords }) {
  const say = words.article.source
  const { name, url, origin, licence, whatWeAdded } = source
  const credit = <Publisher name={name} url={url} />
  if (origin === 'OWN') return <p className="source">{said(say.from(credit))}</p>
  return (
    <div className="source">
      <p>{said(say.from(credit))}</p>
      <p>
        {origin === 'REWRITTEN' ? say.rewritten(name) : say.original(name)}
        {licence === '' ? null : ` ${say.licence(licence)}`}
      </p>
      {whatWeAdded === '' || origin === 'WIRE' ? null : <p>{say.added(whatWeAdded)}</p>}
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
