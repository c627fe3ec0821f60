import { database } from '../db/database'
import { NotFound } from '../errors'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { CHECK_NAMES, CHECKS, type CheckName, type Level } from './checks'

/** A built-in check for one kind of article, or for all. */
export type KeptLevel = {
  check: CheckName
  /** What was chosen here; null where nothing was. */
  own: Level | null
  /** What holds where nothing was chosen here. */
  inherited: Level
}

export type KeptQuestion = { id: string; question: string; level: Level; updatedAt: Date }

/** A checklist as those see it who look after it. */
export type KeptChecklist = {
  /** The kind of article; null for all kinds. */
  kind: { id: string; name: string } | null
  kinds: { id: string; name: string }[]
  levels: KeptLevel[]
  questions: KeptQuestion[]
  /** The questions that are asked of all kinds, this one too. Empty where those are what is looked at. */
  generalQuestions: KeptQuestion[]
}

/** @throws NotFound when there is no such kind */
export async function getChecklist(actor: Actor, templateId: string | null): Promise<KeptChecklist> {
  authorise(actor, 'checklist.edit')
  const [kinds, rules] = await Promise.all([
    database().template.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    database().checklistRule.findMany({
      where: templateId === null ? { templateId } : { OR: [{ templateId: null }, { templateId }] },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  ])
  const kind = kinds.find(({ id }) => id === templateId) ?? null
  if (templateId !== null && kind === null) throw new NotFound('There is no such kind of article any more.')
  const levelAt = (where: string | null, name: CheckName) =>
    rules.find((rule) => rule.templateId === where && rule.check === name)?.level ?? null
  const questionsOf = (where: string | null) =>
    rules
      .filter((rule) => rule.templateId === where && rule.check === null)
      .map(({ id, question, level, updatedAt }) => ({ id, question, level, updatedAt }))
  return {
    kind,
    kinds,
    levels: CHECK_NAMES.map((check) => ({
      check,
      own: levelAt(templateId, check),
      inherited: (templateId === null ? null : levelAt(null, check)) ?? CHECKS[check].level,
    })),
    questions: questionsOf(templateId),
    generalQuestions: templateId === null ? [] : questionsOf(null),
  }
}
