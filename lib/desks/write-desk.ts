import type { Transaction } from '../db/database'
import type { DeskInput } from './desk-input'
import { tellMembers } from './tell-members'

/**
 * Writes who sits at a desk and which sections are its own. A section that was another desk's becomes this one's. Whoever comes, goes, begins
 * to lead or leads no more has other rights from now on, and what they have open hears of it.
 */
export async function writePeopleAndSections(
  tx: Transaction,
  deskId: string,
  { members, sectionIds }: Pick<DeskInput, 'members' | 'sectionIds'>,
): Promise<void> {
  const before = await tx.deskMember.findMany({ where: { deskId } })
  await tx.deskMember.deleteMany({ where: { deskId } })
  await tx.deskMember.createMany({ data: members.map((member) => ({ deskId, ...member })) })
  await tx.section.updateMany({ where: { deskId, id: { notIn: sectionIds } }, data: { deskId: null } })
  await tx.section.updateMany({ where: { id: { in: sectionIds } }, data: { deskId } })
  const seat = ({ personId, isLead }: { personId: string; isLead: boolean }) => `${personId} ${isLead}`
  const [former, present] = [new Set(before.map(seat)), new Set(members.map(seat))]
  await tellMembers(
    tx,
    [...before, ...members].filter((member) => former.has(seat(member)) !== present.has(seat(member))),
  )
}
