import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'

/** What has to happen before anything goes out, whole paper alike. */
export const WORKFLOW_RULES = ['NONE', 'APPROVAL', 'TWO_PEOPLE'] as const
/**
 * - `NONE`: whoever may publish does
 * - `APPROVAL`: only what was approved goes out, words and fields as they were approved
 * - `TWO_PEOPLE`: and whoever changed it last cannot approve it
 */
export type WorkflowRule = (typeof WORKFLOW_RULES)[number]

export const WORKFLOW_RULE_KEY = 'workflow.rule'

/** The paper's rule; where nobody set one there is none. */
export async function readWorkflowRule(tx: Transaction): Promise<WorkflowRule> {
  const [row] = await sqlOn(tx)<{ value: unknown }>`SELECT value FROM "Setting" WHERE key = ${WORKFLOW_RULE_KEY}`
  return WORKFLOW_RULES.find((rule) => rule === row?.value) ?? 'NONE'
}
