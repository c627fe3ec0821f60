import { changeByline } from '@/lib/bylines/change-byline'
import { getKeptByline } from '@/lib/bylines/kept-bylines'
import type { PersonActor } from '@/lib/policy/actor'
import type { people, Staff } from './people'
import type { Photographs } from './photographs'

type Introduction = { picture: string; biography: string; email: string; profiles: string[] }

/** What readers may know of those who write, besides a name and a job. */
export const introductions: Partial<Record<keyof typeof people, Introduction>> = {
  nadia: {
    picture: 'correspondent',
    biography:
      'Nadia Verhoeve reports from both shores of the Strait of Orrin. She was our correspondent in Belmara for four years.\n\nBefore that she covered shipping for the Tarrick Mercury, and learned to read a tide table at sea.',
    email: 'nadia@aldermouth-courier.example',
    profiles: ['https://mastodon.social/@nadiaverhoeve', 'https://nadiaverhoeve.example/'],
  },
}

/** Puts photographs, lives and contacts on the pages of those who write. */
export async function introduceAuthors(editor: PersonActor, staff: Staff, photographs: Photographs): Promise<void> {
  for (const [key, { picture, ...words }] of Object.entries(introductions)) {
    const id = staff.bylines.get(key)
    if (id === undefined) throw new Error(`The sample newsroom has nobody called ${key}`)
    const { values: seen } = await getKeptByline(editor, id)
    const { mediaId, alt } = photographs(picture)
    await changeByline(editor, { id, seen, wanted: { ...seen, ...words, picture: { mediaId, alt } } })
  }
}
