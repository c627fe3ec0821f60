import { EmailAddress } from '../email-address'
import { PersonName } from '../person-name'
import type { TypedLine } from './read-list'

/** What a line is held against. */
export type Known = {
  roles: readonly { id: string; name: string; canGive: boolean }[]
  desks: readonly { id: string; name: string; slug: string }[]
  /** E-mail addresses of people who are in the list of the newsroom, in lower case. */
  taken: ReadonlySet<string>
  /** Whether whoever invites may say who sits at which desk. */
  mayGiveDesks: boolean
}

/** Somebody who can be invited. */
export type GoodLine = {
  line: number
  raw: string
  person: {
    name: string
    email: string
    roleId: string
    roleName: string
    deskId: string | null
    deskName: string | null
  }
  problem: null
}

/** A line that has to be mended first. `typed` is how it was read. */
export type BadLine = {
  line: number
  raw: string
  typed: { name: string; email: string; role: string; desk: string }
  problem: string
}

export type CheckedLine = GoodLine | BadLine

/** Says of each line whom it invites, or what is wrong with it: one sentence, of the first thing. */
export function checkLines(lines: readonly TypedLine[], known: Known): CheckedLine[] {
  const seenOn = new Map<string, number>()
  return lines.map(({ line, raw, ...typed }) => {
    const checked = checkLine(typed, known, seenOn)
    if (typeof checked === 'string') return { line, raw, typed, problem: checked }
    seenOn.set(checked.email, line)
    return { line, raw, person: checked, problem: null }
  })
}

type Typed = BadLine['typed']

function checkLine(typed: Typed, known: Known, seenOn: ReadonlyMap<string, number>): GoodLine['person'] | string {
  const name = PersonName.safeParse(typed.name)
  if (!name.success) return name.error.issues[0]?.message ?? 'This name cannot be used.'
  // A spreadsheet takes these for the beginning of a formula, and whoever exports the list later opens it in one.
  if (/^[=+\-@]/.test(name.data)) return 'A name does not begin with =, +, - or @.'
  const email = checkEmail(typed.email)
  if (typeof email !== 'string') return email.problem
  const before = seenOn.get(email)
  if (before !== undefined) return `This e-mail stands on line ${before}, too.`
  if (known.taken.has(email)) return 'Somebody with this e-mail is in the list already.'
  const role = findRole(typed.role, known)
  if (typeof role === 'string') return role
  const desk = findDesk(typed.desk, known)
  if (typeof desk === 'string') return desk
  return {
    name: name.data,
    email,
    roleId: role.id,
    roleName: role.name,
    deskId: desk?.id ?? null,
    deskName: desk?.name ?? null,
  }
}

function checkEmail(typed: string): string | { problem: string } {
  if (typed === '') return { problem: 'There is no e-mail.' }
  if (/[＠﹫]/u.test(typed)) return { problem: 'This @ only looks like one: type it anew.' }
  const email = EmailAddress.safeParse(typed)
  return email.success
    ? email.data
    : { problem: email.error.issues[0]?.message ?? 'This does not look like an e-mail address.' }
}

function findRole(typed: string, { roles }: Known): Known['roles'][number] | string {
  if (typed === '') return 'There is no role.'
  const role = roles.find(({ id, name }) => isSame(name, typed) || isSame(id, typed))
  if (role === undefined) return `There is no role called “${short(typed)}”.`
  return role.canGive ? role : `The role “${role.name}” may do what you may not.`
}

function findDesk(typed: string, { desks, mayGiveDesks }: Known): Known['desks'][number] | null | string {
  if (typed === '') return null
  const desk = desks.find(({ name, slug }) => isSame(name, typed) || isSame(slug, typed))
  if (desk === undefined) return `There is no desk called “${short(typed)}”.`
  return mayGiveDesks ? desk : 'You may not say who sits at which desk: leave it empty.'
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

function short(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`
}
