import type { ContainerKind } from '@/lib/fronts/layout'

/** What kinds of containers are called, and what they are for. */
export const KIND_WORDS: Record<ContainerKind, { name: string; about: string }> = {
  lead: { name: 'Lead', about: 'The top: one large, three beside it, two below' },
  grid: { name: 'Grid', about: 'Cards with picture and trail text, three in a row' },
  list: { name: 'List', about: 'One below the other, with picture and trail text' },
  strip: { name: 'Strip', about: 'Small cards with pictures, four in a row' },
  column: { name: 'Column', about: 'Narrow: one with its picture, headlines below. Columns stand side by side' },
  headlines: { name: 'Headlines', about: 'Words alone, with their times. After a lead they stand beside it' },
  opinion: { name: 'Opinion', about: 'Who thinks so, and what they think' },
  live: { name: 'Live', about: 'What is going on, with the time of the latest news' },
  mostRead: { name: 'Most read', about: 'A ranking with numbers' },
}

/** Kinds in which a large card looks different, and how. */
export const LARGE_MEANS: Partial<Record<ContainerKind, string>> = {
  lead: 'Beside the lead it shows its picture.',
  grid: 'It takes the room of two.',
  column: 'It shows its picture and trail text.',
}

/** What a kind of container shows of a card beyond its headline. */
export const SHOWS: Record<ContainerKind, ReadonlySet<'picture' | 'trailText' | 'kicker' | 'sublinks'>> = {
  lead: new Set(['picture', 'trailText', 'kicker', 'sublinks']),
  grid: new Set(['picture', 'trailText', 'kicker', 'sublinks']),
  list: new Set(['picture', 'trailText', 'kicker', 'sublinks']),
  strip: new Set(['picture', 'kicker', 'sublinks']),
  column: new Set(['picture', 'trailText', 'kicker', 'sublinks']),
  headlines: new Set(),
  opinion: new Set(['trailText']),
  live: new Set(['sublinks']),
  mostRead: new Set(),
}

type Bar = readonly [x: number, y: number, width: number, height: number, isPicture?: true]

const DRAWINGS: Record<ContainerKind, readonly Bar[]> = {
  lead: [
    [2, 2, 22, 14, true],
    [2, 18, 20, 3],
    [2, 23, 14, 2],
    [27, 2, 11, 6, true],
    [27, 10, 11, 2],
    [27, 15, 11, 2],
    [27, 20, 11, 2],
    [27, 25, 8, 2],
  ],
  grid: [0, 1].flatMap((row) =>
    [0, 1, 2].flatMap((column): Bar[] => [
      [2 + column * 13, 2 + row * 14, 10, 7, true],
      [2 + column * 13, 11 + row * 14, 9, 2],
    ]),
  ),
  list: [0, 1, 2].flatMap((row): Bar[] => [
    [2, 2 + row * 9, 9, 7, true],
    [13, 3 + row * 9, 23, 2],
    [13, 7 + row * 9, 16, 1],
  ]),
  strip: [0, 1, 2, 3].flatMap((column): Bar[] => [
    [2 + column * 9.5, 8, 8, 6, true],
    [2 + column * 9.5, 16, 8, 2],
    [2 + column * 9.5, 20, 5, 2],
  ]),
  column: [
    [13, 2, 14, 8, true],
    [13, 12, 14, 2],
    [13, 17, 12, 2],
    [13, 22, 13, 2],
    [13, 26, 10, 2],
  ],
  headlines: [0, 1, 2, 3, 4].flatMap((row): Bar[] => [
    [2, 3 + row * 5.4, 5, 1.5],
    [9, 2.5 + row * 5.4, row % 2 ? 22 : 27, 2.5],
  ]),
  opinion: [0, 1, 2].flatMap((column): Bar[] => [
    [2 + column * 13, 5, 5, 5, true],
    [2 + column * 13, 13, 10, 2],
    [2 + column * 13, 17, 10, 2],
    [2 + column * 13, 21, 6, 2],
  ]),
  live: [
    [2, 6, 4, 4, true],
    [9, 6, 28, 3],
    [9, 12, 20, 2],
    [9, 18, 24, 2],
    [9, 24, 16, 2],
  ],
  mostRead: [0, 1, 2, 3].flatMap((row): Bar[] => [
    [3, 2 + row * 7, 4, 5, true],
    [11, 3 + row * 7, row % 2 ? 20 : 25, 2.5],
  ]),
}

/** A small drawing of a kind of container. It says nothing that the name beside it does not. */
export function KindDrawing({ kind, className }: { kind: ContainerKind; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 40 30" className={className}>
      {DRAWINGS[kind].map(([x, y, width, height, isPicture]) => (
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={width}
          height={height}
          rx={0.8}
          className={isPicture ? 'fill-current opacity-35' : 'fill-current opacity-80'}
        />
      ))}
    </svg>
  )
}
