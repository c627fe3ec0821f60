import type { PlacedContainer } from '@/lib/fronts/compose'

/** The id of a container's title, for what it labels. */
function titleId({ id }: PlacedContainer): string {
  return `front-${id}`
}

/** What stands above a container, leading to the section or the topic that fills it. Nothing where it has no title. */
export function ContainerTitle({ placed }: { placed: PlacedContainer }) {
  const { title, path } = placed
  if (title === '') return null
  return (
    <h2 id={titleId(placed)} className="strip-title">
      {path === null ? title : <a href={path}>{title}</a>}
    </h2>
  )
}

/** How a section of the page is called: by its title where it has one. */
export function labelOf(
  placed: PlacedContainer,
  otherwise: string,
): { 'aria-labelledby': string } | { 'aria-label': string } {
  return placed.title === '' ? { 'aria-label': otherwise } : { 'aria-labelledby': titleId(placed) }
}

/** Which heading a card's headline is: below the title of its container, or as high as that. */
export function levelIn({ title }: PlacedContainer): 2 | 3 {
  return title === '' ? 2 : 3
}
