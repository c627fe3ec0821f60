import { hashPassword } from '@/lib/auth/password'
import { database } from '@/lib/db/database'
import { newSecret } from '@/lib/ids'
import { actorFields, actorOf } from '@/lib/people/actor-of'
import { createPerson } from '@/lib/people/create-person'
import type { Actor, BuiltInRole, PersonActor } from '@/lib/policy/actor'
import { newPassphrase } from './passphrase'

type SamplePerson = { name: string; role: BuiltInRole; jobTitle: string; biography: string; hasSignIn: boolean }

/** The newsroom's nine. One of each role can be signed in as; nobody knows the passwords of the others. */
export const people = {
  rosalind: {
    name: 'Rosalind Achter',
    role: 'ADMINISTRATOR',
    jobTitle: 'Managing editor',
    biography: 'Rosalind Achter runs the newsroom and answers the letters.',
    hasSignIn: true,
  },
  idris: {
    name: 'Idris Fenner',
    role: 'EDITOR',
    jobTitle: 'News editor',
    biography: 'Idris Fenner is the Courier’s news editor. He covered the courts for a decade.',
    hasSignIn: true,
  },
  saskia: {
    name: 'Saskia Holloran',
    role: 'EDITOR',
    jobTitle: 'Night editor',
    biography: 'Saskia Holloran edits the paper from six in the evening until it is printed.',
    hasSignIn: false,
  },
  nadia: {
    name: 'Nadia Verhoeve',
    role: 'REPORTER',
    jobTitle: 'World affairs correspondent',
    biography:
      'Nadia Verhoeve reports from both shores of the Strait of Orrin. She was our correspondent in Belmara for four years.',
    hasSignIn: true,
  },
  tamsin: {
    name: 'Tamsin Okoro-Wells',
    role: 'REPORTER',
    jobTitle: 'Political correspondent',
    biography: 'Tamsin Okoro-Wells has followed the Assembly through three governments.',
    hasSignIn: false,
  },
  joss: {
    name: 'Joss Tembury',
    role: 'REPORTER',
    jobTitle: 'Ports and business reporter',
    biography: 'Joss Tembury grew up on the Tarrick waterfront and writes about what crosses it.',
    hasSignIn: false,
  },
  callum: {
    name: 'Callum Istead',
    role: 'REPORTER',
    jobTitle: 'City reporter',
    biography: 'Callum Istead covers Aldermouth: its courts, its river and its planning committee.',
    hasSignIn: false,
  },
  beatrix: {
    name: 'Beatrix Solano',
    role: 'REPORTER',
    jobTitle: 'Culture and sport writer',
    biography: 'Beatrix Solano writes about concerts and cup ties, which she maintains are the same thing.',
    hasSignIn: false,
  },
  petra: {
    name: 'Petra Lindqvist',
    role: 'LAWYER',
    jobTitle: 'Lawyer',
    biography: 'Petra Lindqvist reads what the law may read, before it is printed.',
    hasSignIn: true,
  },
} as const satisfies Record<string, SamplePerson>

export type SignIn = { role: BuiltInRole; name: string; email: string; password: string }
export type Staff = {
  actors: ReadonlyMap<string, PersonActor>
  bylines: ReadonlyMap<string, string>
  signIns: SignIn[]
}

/** Makes who is missing, and gives those who can be signed in as a password that somebody can read out. */
export async function hireStaff(actor: Actor): Promise<Staff> {
  const actors = new Map<string, PersonActor>()
  const bylines = new Map<string, string>()
  const signIns: SignIn[] = []
  for (const [key, person] of Object.entries(people)) {
    const { name, role, hasSignIn, ...words } = person
    const email = emailOf(name)
    const password = hasSignIn ? newPassphrase() : newSecret()
    const { id, bylineId } =
      (await rehire(email, password)) ?? (await createPerson(actor, { name, email, role, password, ...words }))
    const hired = await database().person.findUniqueOrThrow({ where: { id }, select: actorFields })
    actors.set(key, actorOf(hired, 'sample'))
    bylines.set(key, bylineId)
    if (hasSignIn) signIns.push({ role, name, email, password })
  }
  return { actors, bylines, signIns }
}

/** For a seeding that was interrupted: its passwords were never seen by anybody. */
async function rehire(email: string, password: string): Promise<{ id: string; bylineId: string } | null> {
  const found = await database().person.findUnique({ where: { email }, include: { byline: true } })
  if (!found?.byline) return null
  await database().person.update({ where: { email }, data: { passwordHash: await hashPassword(password) } })
  return { id: found.id, bylineId: found.byline.id }
}

function emailOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@aldermouth-courier.example`
}
