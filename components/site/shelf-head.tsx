import type { PublicShelf } from '@/lib/articles/shelf-readers'
import { Picture } from './picture'

/** Below the name of a topic or a section: what it is about, its picture, and what stands below it. */
export function ShelfHead({ shelf, belowLabel }: { shelf: PublicShelf; belowLabel: string }) {
  const { description, picture, below } = shelf
  return (
    <>
      {description === '' ? null : <p className="listing-description">{description}</p>}
      {picture === null ? null : (
        <figure className="picture shelf-picture">
          <Picture picture={picture} sizes="(min-width: 58rem) 58rem, 100vw" isFirst />
        </figure>
      )}
      {below.length === 0 ? null : (
        <nav className="topics" aria-label={belowLabel}>
          <ul>
            {below.map(({ name, path }) => (
              <li key={path}>
                <a href={path}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
