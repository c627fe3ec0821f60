import { z } from 'zod'
import { type Database, database, type Transaction } from '@/lib/db/database'
import { Invalid } from '@/lib/errors'
import type { Actor } from '@/lib/policy/actor'
import { exceeding } from '@/lib/policy/exceeding'
import { authorise, can } from '@/lib/policy/policy'
import { grantsOf } from '@/lib/policy/role-grants'
import { type CheckedLine, checkLines } from './check-lines'
import { LIST_BYTES, readList } from './read-list'

/** A list as it was pasted. What is longer than any list may be is refused before anybody reads it. */
export const InvitationList = z.strictObject({
  text: z.string().max(LIST_BYTES, 'The list is larger than 200 KB.'),
})

export type PreviewedList = { header: string; lines: CheckedLine[] }

/**
 * What a list of people would do: whom each line invites, or what is wrong with it. Nothing is written, nobody is told.
 *
 * @throws Forbidden
 * @throws Invalid when it is no list: too large, too long, quotes that are not closed
 */
export async function previewInvitations(
  actor: Actor,
  { text }: z.output<typeof InvitationList>,
): Promise<PreviewedList> {
  authorise(actor, 'people.invite')
  return lookAtList(database(), actor, text)
}

/** The same within a transaction. @throws Invalid */
export async function lookAtList(tx: Transaction | Database, actor: Actor, text: string): Promise<PreviewedList> {
  const list = readList(text)
  if (!list.ok) throw new Invalid(list.message)
  const emails = list.lines.map(({ email }) => email.trim().toLowerCase())
  const [roles, desks, taken] = await Promise.all([
    tx.role.findMany({ orderBy: [{ isBuiltIn: 'desc' }, { createdAt: 'asc' }] }),
    tx.desk.findMany({ select: { id: true, name: true, slug: true } }),
    tx.person.findMany({ where: { email: { in: emails } }, select: { email: true } }),
  ])
  const lines = checkLines(list.lines, {
    roles: roles.map((role) => ({
      id: role.id,
      name: role.name,
      canGive: exceeding(actor, grantsOf(role)).length === 0,
    })),
    desks,
    taken: new Set(taken.map(({ email }) => email)),
    mayGiveDesks: can(actor, 'desk.edit'),
  })
  return { header: list.header, lines }
}
