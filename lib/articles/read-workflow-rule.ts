import type { Transaction } from '../db/database'
import { sqlOn } from '../db/sql'
import { WORKFLOW_RULE_KEY, WORKFLOW_RULES, type WorkflowRule } from './workflow-rule'

/** The paper's rule; where nobody set one there is none. */
export async function readWorkflowRule(tx: Transaction): Promise<WorkflowRule> {
  const [row] = await sqlOn(tx)<{ value: unknown }>`SELECT value FROM "Setting" WHERE key = ${WORKFLOW_RULE_KEY}`
  return WORKFLOW_RULES.find((rule) => rule === row?.value) ?? 'NONE'
}
