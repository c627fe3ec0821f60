import type { Transaction } from '../db/database'
import { CHECK_NAMES, CHECKS, type CheckName, type Level } from './checks'

/** Who answered a question with yes, when, and of which version of the text. */
type Tick = { personId: string; name: string; at: Date; version: number }

/** A question of the paper's own, as one article has to answer it. */
export type AskedQuestion = { ruleId: string; question: string; level: 'BLOCK' | 'WARN'; tick: Tick | null }

/** What the paper asks of one article: how each built-in check is weighed, and its own questions with their answers. */
export type ArticleChecklist = { levels: Record<CheckName, Level>; questions: AskedQuestion[] }

/** The checklist of an article. For built-in checks its kind goes before all kinds; questions of both are asked, the general ones first. */
export async function readChecklist(
  tx: Transaction,
  { id, templateId }: { id: string; templateId: string | null },
): Promise<ArticleChecklist> {
  const rules = await tx.checklistRule.findMany({
    where: templateId === null ? { templateId: null } : { OR: [{ templateId: null }, { templateId }] },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const general = rules.filter((rule) => rule.templateId === null)
  const ofKind = rules.filter((rule) => rule.templateId !== null)
  const levelOf = (name: CheckName): Level =>
    [...ofKind, ...general].find(({ check }) => check === name)?.level ?? CHECKS[name].level
  const ticks = await readTicks(tx, id)
  return {
    levels: Object.fromEntries(CHECK_NAMES.map((name) => [name, levelOf(name)])) as Record<CheckName, Level>,
    questions: [...general, ...ofKind].flatMap(({ id: ruleId, check, question, level }) =>
      check !== null || level === 'OFF' ? [] : [{ ruleId, question, level, tick: ticks.get(ruleId) ?? null }],
    ),
  }
}

async function readTicks(tx: Transaction, articleId: string): Promise<Map<string, Tick>> {
  const ticks = await tx.checklistTick.findMany({ where: { articleId } })
  if (ticks.length === 0) return new Map()
  const people = await tx.person.findMany({
    where: { id: { in: ticks.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return new Map(
    ticks.map(({ ruleId, personId, at, version }) => [
      ruleId,
      { personId, name: names.get(personId) ?? 'Somebody', at, version },
    ]),
  )
}
