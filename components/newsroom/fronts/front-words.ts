import type { DeskFront } from '@/lib/fronts/desk-front'
import type { Container, Fill } from '@/lib/fronts/layout'
import { sayShort } from '../short-time'
import { KIND_WORDS } from './kinds'

type Names = Pick<DeskFront, 'sections' | 'topics'>

/** What an editor knows a container by: its title, or what fills it, or its kind. */
export function nameOfContainer({ title, fill, kind }: Container, names: Names): string {
  return title || (fill === null ? '' : shelfOf(fill, names)) || KIND_WORDS[kind].name
}

/** "Newest in Sport, up to 2 days old, with a picture" */
export function sayFill(fill: Fill, names: Names): string {
  const { from, maxAgeHours, hasPicture } = fill
  const age =
    maxAgeHours === null
      ? ''
      : from === 'mostRead'
        ? ` in ${sayHours(maxAgeHours)}`
        : `, up to ${sayHours(maxAgeHours)} old`
  return `${sayFrom(fill, names)}${age}${hasPicture ? ', with a picture' : ''}`
}

function sayFrom({ from, slugs }: Fill, names: Names): string {
  const listed = slugs.map((slug) => nameOfShelf(from, slug, names)).join(', ')
  switch (from) {
    case 'everything':
      return 'Newest of everything'
    case 'sections':
    case 'topics':
      return listed === '' ? 'Nothing chosen yet' : `Newest in ${listed}`
    case 'updated':
      return listed === '' ? 'Just updated' : `Just updated in ${listed}`
    case 'mostRead':
      return listed === '' ? 'Most read' : `Most read in ${listed}`
  }
}

function shelfOf({ from, slugs }: Fill, names: Names): string {
  const [only] = slugs
  return slugs.length === 1 && only !== undefined && (from === 'sections' || from === 'topics')
    ? nameOfShelf(from, only, names)
    : ''
}

function nameOfShelf(from: Fill['from'], slug: string, { sections, topics }: Names): string {
  const shelves = from === 'topics' ? topics : sections
  return shelves.find((shelf) => shelf.slug === slug)?.name ?? slug
}

/** "36 hours", "2 days" */
function sayHours(hours: number): string {
  if (hours % 24 === 0) return counted(hours / 24, 'day')
  return counted(hours, 'hour')
}

/** "1 place", "3 places" */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en-GB')} ${thing}${count === 1 ? '' : 's'}`
}

/** "from 28 Nov, 06:00 until 29 Nov, 18:00"; empty where it is always there. */
export function saySpan({ from, until }: { from: string | null; until: string | null }, zone: string): string {
  return [from === null ? '' : `from ${sayShort(from, zone)}`, until === null ? '' : `until ${sayShort(until, zone)}`]
    .filter(Boolean)
    .join(' ')
}
