import { z } from 'zod'

/** How a container shows its cards. */
export const CONTAINER_KINDS = [
  'lead',
  'grid',
  'list',
  'strip',
  'column',
  'headlines',
  'opinion',
  'live',
  'mostRead',
] as const
export type ContainerKind = (typeof CONTAINER_KINDS)[number]

export const MOST_CONTAINERS = 30
const MOST_SLOTS = 12
/** The places that readers see, and as many in which cards wait for room. */
export const MOST_PLACES = MOST_SLOTS * 2
export const MOST_SUBLINKS = 4
/** The longest that a rule looks back: a year. */
export const MOST_HOURS = 24 * 366

/** Names of containers and cards are made by whoever adds them, so that a change can be made at once and told afterwards. */
const Name = z.string().regex(/^[a-z0-9-]{1,64}$/i)
const Words = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .pipe(z.string().max(most, `At most ${most} characters fit here.`))
const Instant = z.iso.datetime().nullable()
/** The last part of the address of a section or a topic: former ones lead on, so that a layout follows a merge. */
const ShelfSlug = z.string().regex(/^[\p{L}\p{N}-]{1,100}$/u)

/** What fills the places that no card stands in. */
export const Fill = z.strictObject({
  /** `updated`: what readers last got something new of. `mostRead`: what was read most within the hours of its age. */
  from: z.enum(['everything', 'sections', 'topics', 'updated', 'mostRead']),
  /** Of sections or topics, whose own and those below them count. */
  slugs: z.array(ShelfSlug).max(10),
  /** Articles first published longer ago stay out; null where age is nothing. */
  maxAgeHours: z.number().int().min(1).max(MOST_HOURS).nullable(),
  /** Articles without a picture stay out. */
  hasPicture: z.boolean(),
})
export type Fill = z.output<typeof Fill>

/** An article that somebody put there. What is empty is taken from the article. */
export const Card = z.strictObject({
  id: Name,
  articleId: z.uuid(),
  headline: Words(160),
  kicker: Words(40),
  trailText: Words(400),
  picture: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('own') }),
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('other'), mediaId: z.uuid() }),
  ]),
  size: z.enum(['normal', 'large']),
  /** Articles that stand as links below it. */
  sublinks: z.array(z.uuid()).max(MOST_SUBLINKS),
  /** Which place of the container it stands in, from 0. What has no room waits beyond the last. */
  place: z
    .number()
    .int()
    .min(0)
    .max(MOST_PLACES - 1),
  /** It keeps its place whatever is put in above it. */
  isLocked: z.boolean(),
  /** Readers have it from then on, and until then. ISO 8601. */
  from: Instant,
  until: Instant,
})
export type Card = z.output<typeof Card>

export const Container = z.strictObject({
  id: Name,
  kind: z.enum(CONTAINER_KINDS),
  /** Stands above it; empty for the name of the one section or topic that fills it, or for nothing. */
  title: Words(80),
  /** How many places it has. */
  slots: z.number().int().min(1).max(MOST_SLOTS),
  /** In the order of their places; no two in one. */
  cards: z.array(Card).max(MOST_PLACES),
  /** Null where only cards that somebody put there stand in it. */
  fill: Fill.nullable(),
  from: Instant,
  until: Instant,
})
export type Container = z.output<typeof Container>

/** A front as editors lay it out, from top to bottom. Without a container it is laid out by itself. */
export const FrontLayout = z.strictObject({ containers: z.array(Container).max(MOST_CONTAINERS) })
export type FrontLayout = z.output<typeof FrontLayout>

export const EMPTY_LAYOUT: FrontLayout = { containers: [] }

/** A card with everything as the article has it. */
export function plainCard(id: string, articleId: string): Card {
  return {
    id,
    articleId,
    headline: '',
    kicker: '',
    trailText: '',
    picture: { kind: 'own' },
    size: 'normal',
    sublinks: [],
    place: 0,
    isLocked: false,
    from: null,
    until: null,
  }
}

/** Whether something with such a beginning and end is there at an instant. */
export function isWithin({ from, until }: { from: string | null; until: string | null }, at: Date): boolean {
  return (from === null || new Date(from) <= at) && (until === null || new Date(until) > at)
}

/** How many places each kind may have; a lead has the arrangement for six. */
export const SLOTS_OF: Record<ContainerKind, { most: number; usual: number }> = {
  lead: { most: 6, usual: 6 },
  grid: { most: 12, usual: 6 },
  list: { most: 12, usual: 5 },
  strip: { most: 8, usual: 4 },
  column: { most: 8, usual: 4 },
  headlines: { most: 12, usual: 8 },
  opinion: { most: 8, usual: 4 },
  live: { most: 6, usual: 3 },
  mostRead: { most: 10, usual: 5 },
}
