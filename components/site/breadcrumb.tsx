import type { ShelfLink } from '@/lib/articles/shelf-readers'
import { breadcrumbList, printForScript } from '@/lib/articles/structured-data'
import { env } from '@/lib/env'
import type { SiteWords } from '@/lib/site-words/en'

type BreadcrumbProps = { above: readonly ShelfLink[]; here: ShelfLink; words: SiteWords }

/** The way from the front page down to a page, for readers and, as schema.org's BreadcrumbList, for machines. */
export function Breadcrumb({ above, here, words }: BreadcrumbProps) {
  if (above.length === 0) return null
  return (
    <>
      <script type="application/ld+json">{printForScript(breadcrumbList([...above, here], env().SITE_URL))}</script>
      <nav className="breadcrumb" aria-label={words.frame.breadcrumb}>
        <ol>
          {above.map(({ name, path }) => (
            <li key={path}>
              <a href={path}>{name}</a>
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}
