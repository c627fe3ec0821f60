import type { Transaction } from '../db/database'
import type { DeskInput } from './desk-input'

/** Writes who sits at a desk and which sections are its own. A section that was another desk's becomes this one's. */
export async function writePeopleAndSections(
  tx: Transaction,
  deskId: string,
  { members, sectionIds }: Pick<DeskInput, 'members' | 'sectionIds'>,
): Promise<void> {
  await tx.deskMember.deleteMany({ where: { deskId } })
  await tx.deskMember.createMany({ data: members.map((member) => ({ deskId, ...member })) })
  await tx.section.updateMany({ where: { deskId, id: { notIn: sectionIds } }, data: { deskId: null } })
  await tx.section.updateMany({ where: { id: { in: sectionIds } }, data: { deskId } })
}
