import type { z } from 'zod'
import { countTry, type Limit } from '@/lib/auth/rate-limits'
import { now } from '@/lib/clock'
import { type Transaction, transaction } from '@/lib/db/database'
import { lockDesks } from '@/lib/desks/desk'
import { KnownError } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { nudgeMail } from '@/lib/jobs/nudge-mail'
import type { Actor } from '@/lib/policy/actor'
import { authorise } from '@/lib/policy/policy'
import { lockRoleToGive } from '../role-to-give'
import { welcomeInvited } from '../welcome-invited'
import type { BadLine, CheckedLine, GoodLine } from './check-lines'
import { type InvitationList, lookAtList } from './preview-invitations'

/** Each of them may be five hundred mails. */
const LISTS: Limit = { name: 'invitation-list', tries: 20, seconds: 60 * 60 }

/** What became of a list. `left`: the lines that invited nobody, each with the reason; `rest`: the list that is left of them. */
export type InvitedMany = { invited: { name: string; email: string }[]; left: BadLine[]; rest: string }

/**
 * Invites everybody on the good lines of a list, in one transaction. Lines that cannot be, or that cannot be any more since they were
 * looked at, invite nobody and come back to be mended.
 *
 * @throws Forbidden
 * @throws Invalid when it is no list
 * @throws RateLimited after twenty lists in an hour
 */
export async function inviteMany(actor: Actor, { text }: z.output<typeof InvitationList>): Promise<InvitedMany> {
  authorise(actor, 'people.invite')
  if (actor.kind === 'person') await countTry(LISTS, actor.id)
  const outcome = await transaction(async (tx) => {
    // Nobody deletes or fills a desk while people get theirs.
    await lockDesks(tx)
    const { header, lines } = await lookAtList(tx, actor, text)
    const good = lines.filter((line) => line.problem === null)
    const invited = await writeAll(tx, actor, await withGivenRoles(tx, actor, good))
    return { header, ...sorted(lines, invited) }
  })
  await nudgeMail()
  const { header, ...rest } = outcome
  const left = rest.left.map(({ raw }) => raw)
  return { ...rest, rest: left.length === 0 ? '' : [...(header === '' ? [] : [header]), ...left].join('\n') }
}

/** Those whose role is there and may be given, held until the end. In one order: two who invite wait for each other. */
async function withGivenRoles(tx: Transaction, actor: Actor, lines: readonly GoodLine[]): Promise<GoodLine[]> {
  const refused = new Set<string>()
  for (const roleId of [...new Set(lines.map(({ person }) => person.roleId))].sort()) {
    try {
      await lockRoleToGive(tx, actor, roleId)
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      refused.add(roleId)
    }
  }
  return lines.filter(({ person }) => !refused.has(person.roleId))
}

/** Writes them down; whose e-mail somebody has taken meanwhile is left out. @returns the addresses of those who are invited */
async function writeAll(tx: Transaction, actor: Actor, lines: readonly GoodLine[]): Promise<Set<string>> {
  const rows = lines.map(({ person }) => ({ id: newId(), ...person }))
  const written = await tx.person.createManyAndReturn({
    // By address: two who paste one list wait for each other, and do not stand in each other's way.
    data: [...rows]
      .sort((one, other) => (one.email < other.email ? -1 : 1))
      .map(({ id, name, email, roleId }) => ({
        ...{ id, name, email, role: roleId },
        status: 'INVITED' as const,
        createdAt: now(),
      })),
    skipDuplicates: true,
    select: { id: true, email: true },
  })
  const ids = new Set(written.map(({ id }) => id))
  for (const { roleId, roleName, ...row } of rows)
    if (ids.has(row.id)) await welcomeInvited(tx, actor, { ...row, role: { id: roleId, name: roleName } })
  return new Set(written.map(({ email }) => email))
}

function sorted(lines: readonly CheckedLine[], invited: ReadonlySet<string>): Pick<InvitedMany, 'invited' | 'left'> {
  const done: InvitedMany['invited'] = []
  const left: BadLine[] = []
  for (const line of lines) {
    if (line.problem !== null) left.push(line)
    else if (invited.has(line.person.email)) done.push({ name: line.person.name, email: line.person.email })
    else left.push(failedMeanwhile(line))
  }
  return { invited: done, left }
}

function failedMeanwhile({ line, raw, person }: GoodLine): BadLine {
  const { name, email, roleName: role, deskName } = person
  const problem = 'Something changed meanwhile: the e-mail was taken, or the role is not yours to give any more.'
  return { line, raw, typed: { name, email, role, desk: deskName ?? '' }, problem }
}
