import { MENU_PAGES } from '@/lib/menus/menu-entry'
import type { Menus } from '@/lib/menus/readers'
import type { SiteWords } from '@/lib/site-words/en'

type SiteFooterProps = {
  name: string
  words: SiteWords['frame']
  tagline: string
  columns: Menus['footer']
  smallPrint: string
}

export function SiteFooter({ name, words, tagline, columns, smallPrint }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className="site-footer-inside">
        <div>
          <p className="site-footer-name">
            <a href="/">{name}</a>
          </p>
          {tagline === '' ? null : <p>{tagline}</p>}
          {smallPrint === '' ? null : <p>{smallPrint}</p>}
        </div>
        {columns.length === 0 ? null : (
          <nav aria-label={words.allPages}>
            {columns.map((column) => (
              <Column key={JSON.stringify(column)} {...column} />
            ))}
          </nav>
        )}
      </div>
    </footer>
  )
}

function Column({ heading, links }: Menus['footer'][number]) {
  const list = (
    <ul>
      {links.map(({ name, path }) => (
        <li key={`${path} ${name}`}>
          <a href={path} rel={path === MENU_PAGES.login ? 'nofollow' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
  if (heading === '') return list
  return (
    <div>
      <b>{heading}</b>
      {list}
    </div>
  )
}
