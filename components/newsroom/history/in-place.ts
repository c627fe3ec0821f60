import type { ReactNode } from 'react'

/** Renders what never changes its order, a version of a text: each is known by its place. */
export function inPlace<Item>(items: readonly Item[], render: (item: Item, place: number) => ReactNode): ReactNode[] {
  return items.map((item, place) => render(item, place))
}
