import { now } from '@/lib/clock'
import { database, transaction } from '@/lib/db/database'
import { newId } from '@/lib/ids'
import { freeBylineSlug, slugOfName } from '@/lib/people/byline-slug'
import { PAPER } from '@/lib/settings/settings'

/** What the paper says about itself. */
export const paper = {
  name: 'The Aldermouth Courier',
  tagline: 'News of the river, the coast and the capital',
  language: 'en-GB',
  timeZone: 'Europe/London',
} as const

export const sections = [
  { slug: 'news', name: 'News', description: 'Aldermouth and the rest of Kestria, as it happens.' },
  { slug: 'politics', name: 'Politics', description: 'Keel House, City Hall and the people who want to be in them.' },
  { slug: 'business', name: 'Business', description: 'Ships, shops, farms and money.' },
  { slug: 'world', name: 'World', description: 'Calvara across the strait, Valdren over the mountains, and beyond.' },
  { slug: 'culture', name: 'Culture', description: 'Music, books, film and the past.' },
  { slug: 'sport', name: 'Sport', description: 'Football in winter, rowing in summer, skiing whenever there is snow.' },
] as const

export const topics = [
  {
    slug: 'ports-and-shipping',
    name: 'Ports and shipping',
    description: 'The harbours, the lines and the people who work on them.',
  },
  { slug: 'the-assembly', name: 'The Assembly', description: 'Votes, bills and committees at Keel House.' },
  { slug: 'calvara', name: 'Calvara', description: 'Our neighbour across the Strait of Orrin.' },
  { slug: 'aldermouth', name: 'Aldermouth', description: 'The capital, from the sea wall to the western estates.' },
  { slug: 'skerra-isles', name: 'Skerra Isles', description: 'Hollin, the Oxen light and the boat that goes there.' },
  { slug: 'transport', name: 'Transport', description: 'Trams, trains, buses and ferries.' },
  { slug: 'housing', name: 'Housing', description: 'What is built, where, and for whom.' },
  { slug: 'energy', name: 'Energy', description: 'Wind, cables and bills.' },
  { slug: 'health', name: 'Health', description: 'Hospitals and the people in them.' },
  { slug: 'weather', name: 'Weather', description: 'Rain, frost and the river.' },
  { slug: 'economy', name: 'Economy', description: 'Companies, farms, prices and pay.' },
  { slug: 'highmarch', name: 'The Highmarch', description: 'The mountains, their railways and their snow.' },
  { slug: 'football', name: 'Football', description: 'Rovers, Athletic and the Federation Cup.' },
  { slug: 'arts', name: 'Arts', description: 'Music, books, film and museums.' },
] as const

export const newsletters = [
  {
    slug: 'the-morning-bell',
    name: 'The Morning Bell',
    description: 'Ten things to know before you leave the house.',
    frequency: 'Every weekday at 6.30am',
  },
  {
    slug: 'inside-keel-house',
    name: 'Inside Keel House',
    description: 'The votes, the deals and the people counting them.',
    frequency: 'Tuesdays and Fridays',
  },
  {
    slug: 'the-weekend-ferry',
    name: 'The Weekend Ferry',
    description: 'Long articles, good reviews and one recipe.',
    frequency: 'Saturdays at 8am',
  },
  {
    slug: 'breaking-news',
    name: 'Breaking news',
    description: 'One short message when something happens that cannot wait, and never otherwise.',
    frequency: 'When it happens',
    isAlert: true,
  },
] as const

/** Names above articles that nobody signs in with. */
export const guests = {
  wire: { name: 'Kestria Wire', jobTitle: 'News agency', biography: 'The national news agency of Kestria.' },
  amaury: {
    name: 'Amaury Castelvaux',
    jobTitle: 'Guest translator',
    biography: 'Amaury Castelvaux translates from Calvaran and lives in Tarrick.',
  },
} as const

/** The ids of everything that articles are put on, by slug or key. */
export type Shelves = {
  sections: ReadonlyMap<string, string>
  topics: ReadonlyMap<string, string>
  newsletters: ReadonlyMap<string, string>
  guests: ReadonlyMap<string, string>
}

/** Makes what is missing of the settings, sections, topics, newsletters and guest bylines. */
export async function stockShelves(): Promise<Shelves> {
  for (const [name, value] of Object.entries(paper)) {
    const key = PAPER.keys[name as keyof typeof paper]
    await database().setting.upsert({ where: { key }, create: { key, value }, update: {} })
  }
  const { section, topic, newsletter } = database()
  await section.createMany({
    data: sections.map((row, position) => ({ id: newId(), ...row, position })),
    skipDuplicates: true,
  })
  await topic.createMany({ data: topics.map((row) => ({ id: newId(), ...row })), skipDuplicates: true })
  await newsletter.createMany({
    data: newsletters.map((row, position) => ({ id: newId(), ...row, position })),
    skipDuplicates: true,
  })
  return {
    sections: idsBySlug(await section.findMany()),
    topics: idsBySlug(await topic.findMany()),
    newsletters: idsBySlug(await newsletter.findMany()),
    guests: await makeGuests(),
  }
}

async function makeGuests(): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [key, guest] of Object.entries(guests)) {
    const found = await database().byline.findUnique({ where: { slug: slugOfName(guest.name) } })
    ids.set(key, found?.id ?? (await makeGuest(guest)))
  }
  return ids
}

function makeGuest(guest: (typeof guests)[keyof typeof guests]): Promise<string> {
  return transaction(async (tx) => {
    const id = newId()
    const slug = await freeBylineSlug(tx, guest.name)
    await tx.byline.create({ data: { id, slug, ...guest, createdAt: now() } })
    return id
  })
}

function idsBySlug(rows: readonly { id: string; slug: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}
