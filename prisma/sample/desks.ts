import { database } from '@/lib/db/database'
import { createDesk } from '@/lib/desks/create-desk'
import type { people, Staff } from './people'
import type { Shelves, sections } from './shelves'

type Key = keyof typeof people
type SampleDesk = {
  name: string
  leads: readonly Key[]
  others: readonly Key[]
  sections: readonly (typeof sections)[number]['slug'][]
}

/** Three desks: who works on what by day, and whoever is there at night. */
const desks: readonly SampleDesk[] = [
  {
    name: 'News',
    leads: ['idris'],
    others: ['nadia', 'callum', 'joss', 'beatrix'],
    sections: ['news', 'world', 'business', 'culture', 'sport'],
  },
  { name: 'Politics', leads: ['tamsin'], others: ['nadia'], sections: ['politics'] },
  { name: 'Night', leads: ['saskia'], others: ['callum'], sections: [] },
]

/** Sets up the desks that are missing. */
export async function openDesks({ actors }: Staff, shelves: Shelves): Promise<void> {
  const idOf = (ids: ReadonlyMap<string, string>, key: string) => {
    const id = ids.get(key)
    if (id === undefined) throw new Error(`The sample newsroom has no ${key}`)
    return id
  }
  const administrator = actors.get('rosalind')
  if (administrator === undefined) throw new Error('The sample newsroom has no administrator')
  const people = new Map([...actors].map(([key, { id }]) => [key, id]))
  for (const desk of desks) {
    if ((await database().desk.count({ where: { name: desk.name } })) > 0) continue
    await createDesk(administrator, {
      name: desk.name,
      slug: '',
      members: [
        ...desk.leads.map((key) => ({ personId: idOf(people, key), isLead: true })),
        ...desk.others.map((key) => ({ personId: idOf(people, key), isLead: false })),
      ],
      sectionIds: desk.sections.map((slug) => idOf(shelves.sections, slug)),
    })
  }
}
