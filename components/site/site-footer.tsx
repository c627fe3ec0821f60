import { sectionPath } from '@/lib/articles/paths'
import type { Section } from '@/lib/articles/readers'

export function SiteFooter({ name, tagline, sections }: { name: string; tagline: string; sections: Section[] }) {
  return (
    <footer className="site-footer">
      <div className="site-footer-inside">
        <div>
          <p className="site-footer-name">
            <a href="/">{name}</a>
          </p>
          {tagline === '' ? null : <p>{tagline}</p>}
        </div>
        <nav aria-label="All pages">
          <ul>
            {sections.map(({ slug, name: section }) => (
              <li key={slug}>
                <a href={sectionPath(slug)}>{section}</a>
              </li>
            ))}
          </ul>
          <ul>
            <li>
              <a href="/search">Search</a>
            </li>
            <li>
              <a href="/newsletters">Newsletters</a>
            </li>
            <li>
              <a href="/alerts">Alerts</a>
            </li>
            <li>
              <a href="/feed.xml">RSS feed</a>
            </li>
            <li>
              <a href="/login" rel="nofollow">
                For the newsroom
              </a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
