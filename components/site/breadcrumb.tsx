import type { ShelfLink } from '@/lib/articles/shelf-readers'
import { breadcrumbList, printForScript } from '@/lib/articles/structured-data'
import { env } from '@/lib/env'

/** The way from the front page down to a page, for readers and, as schema.org's BreadcrumbList, for machines. */
export function Breadcrumb({ above, here }: { above: readonly ShelfLink[]; here: ShelfLink }) {
  if (above.length === 0) return null
  return (
    <>
      <script type="application/ld+json">{printForScript(breadcrumbList([...above, here], env().SITE_URL))}</script>
      <nav className="breadcrumb" aria-label="Breadcrumb">
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
