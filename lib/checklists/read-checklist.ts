import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { CHECK_NAMES, CHECKS, type CheckName, type Level } from './checks'

/** Who answered a question with yes, when, and of which version of the text. */
type Tick = { personId: string; name: string; at: Date; version: number }

/** A question of the paper's own, as one article has to answer it. */
export type AskedQuestion = { ruleId: string; question: string; level: 'BLOCK' | 'WARN'; tick: Tick | null }

/** What the paper asks of one article: how each built-in check is weighed, and its own questions with their answers. */
export type ArticleChecklist = { levels: Record<CheckName, Level>; questions: AskedQuestion[] }

type Rule = { id: string; templateId: string | null; check: string | null; question: string; level: Level }

/** The checklist of an article. For built-in checks its kind goes before all kinds; questions of both are asked, the general ones first. */
export async function readChecklist(
  tx: Transaction,
  { id, templateId }: { id: string; templateId: string | null },
): Promise<ArticleChecklist> {
  const [rules, ticks] = await Promise.all([
    sqlOn(tx)<Rule>`
      SELECT id, "templateId", "check", question, level::text FROM "ChecklistRule"
      WHERE "templateId" IS NULL OR "templateId" = ${templateId}::uuid ORDER BY position, id`,
    readTicks(tx, id),
  ])
  const general = rules.filter((rule) => rule.templateId === null)
  const ofKind = rules.filter((rule) => rule.templateId !== null)
  const levelOf = (name: CheckName): Level =>
    [...ofKind, ...general].find(({ check }) => check === name)?.level ?? CHECKS[name].level
  return {
    levels: Object.fromEntries(CHECK_NAMES.map((name) => [name, levelOf(name)])) as Record<CheckName, Level>,
    questions: [...general, ...ofKind].flatMap(({ id: ruleId, check, question, level }) =>
      check !== null || level === 'OFF' ? [] : [{ ruleId, question, level, tick: ticks.get(ruleId) ?? null }],
    ),
  }
}

async function readTicks(tx: Transaction, articleId: string): Promise<Map<string, Tick>> {
  const ticks = await sqlOn(tx)<Tick & { ruleId: string }>`
    SELECT t."ruleId", t."personId", coalesce(p.name, 'Somebody') AS name, t.at, t.version
    FROM "ChecklistTick" t LEFT JOIN "Person" p ON p.id = t."personId" WHERE t."articleId" = ${articleId}::uuid`
  return new Map(ticks.map(({ ruleId, ...tick }) => [ruleId, tick]))
}
