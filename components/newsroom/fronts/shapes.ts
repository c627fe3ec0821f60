import type { ContainerKind } from '@/lib/fronts/layout'

/** How a place looks on the desk: a small version of what readers get. */
export type Shape = 'lead' | 'tile' | 'row' | 'words' | 'line'

/** How the places of each kind of container lie. */
export const PLACES_LIE: Record<ContainerKind, string> = {
  lead: '@sm:grid-cols-2 @lg:grid-cols-3',
  grid: '@sm:grid-cols-2 @lg:grid-cols-3',
  list: '',
  strip: '@md:grid-cols-2 @3xl:grid-cols-4',
  column: '@md:grid-cols-2 @3xl:grid-cols-4',
  headlines: '@xl:grid-cols-2',
  opinion: '@md:grid-cols-2 @3xl:grid-cols-4',
  live: '@md:grid-cols-2 @2xl:grid-cols-3',
  mostRead: '@xl:grid-cols-2',
}

/** The look of one place. */
export function shapeOf(kind: ContainerKind, index: number, isLarge: boolean): Shape {
  switch (kind) {
    case 'lead':
      return index === 0 ? 'lead' : index === 1 || isLarge ? 'tile' : 'words'
    case 'grid':
      return 'tile'
    case 'list':
    case 'strip':
      return 'row'
    case 'column':
      return index === 0 || isLarge ? 'row' : 'words'
    case 'opinion':
    case 'live':
      return 'words'
    case 'headlines':
    case 'mostRead':
      return 'line'
  }
}

/** What a place takes of the room around it. */
export function roomOf(kind: ContainerKind, index: number, isLarge: boolean): string {
  if (kind === 'lead' && index === 0) return '@sm:col-span-2 @lg:row-span-3'
  return kind === 'grid' && isLarge ? '@sm:col-span-2' : ''
}
