import { sectionPath } from '@/lib/articles/paths'
import type { Look } from '@/lib/look/look'
import type { MenuLink } from '@/lib/menus/readers'
import type { SiteWords } from '@/lib/site-words/en'
import { Nameplate } from './nameplate'

type MastheadProps = {
  name: string
  words: SiteWords['frame']
  tagline: string
  look: Look
  /** Below the name. */
  links: MenuLink[]
  /** The slug of the section that the page belongs to. */
  current?: string | undefined
  /** On the front page the name is the page's heading, and the date stands under it. */
  date?: { iso: string; printed: string } | undefined
}

export function Masthead({ name, words, tagline, look, links, current, date }: MastheadProps) {
  const currentPath = current === undefined ? undefined : sectionPath(current)
  const Name = date === undefined ? 'p' : 'h1'
  return (
    <header className={date === undefined ? 'masthead' : 'masthead masthead-front'}>
      <div className="masthead-top">
        <Name className="nameplate">
          <a href="/">
            <Nameplate name={name} look={look} />
          </a>
        </Name>
        {date === undefined ? null : (
          <p className="masthead-line">
            {tagline === '' ? null : <span>{tagline}</span>}
            <time dateTime={date.iso}>{date.printed}</time>
          </p>
        )}
        <search>
          <form className="masthead-search" action="/search">
            <label className="visually-hidden" htmlFor="masthead-q">
              {words.search}
            </label>
            <input id="masthead-q" type="search" name="q" placeholder={words.search} maxLength={200} />
            <button type="submit">
              <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                <circle cx="8.5" cy="8.5" r="5.5" />
                <path d="m13 13 4.5 4.5" />
              </svg>
              <span className="visually-hidden">{words.search}</span>
            </button>
          </form>
        </search>
      </div>
      <nav className="sections" aria-label={words.sections}>
        <ul>
          {links.map(({ name: link, path, kind }, index) => (
            <li
              key={`${path} ${link}`}
              className={index === links.length - 1 && isApart(kind) ? 'sections-last' : undefined}
            >
              <a href={path} aria-current={path === currentPath ? 'true' : undefined}>
                {link}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** What is no shelf of articles stands at the far end where it is last. */
function isApart(kind: MenuLink['kind']): boolean {
  return kind === 'page' || kind === 'address'
}
