import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { readWorkflowRule } from './read-workflow-rule'
import type { WorkflowRule } from './workflow-rule'

/** The paper's rule, and how many articles it is about now. */
export type Workflow = {
  rule: WorkflowRule
  approved: number
  /** Filed, being subbed, or with a lawyer. */
  waiting: number
  /** Scheduled, and never approved by anybody: these stay behind under a rule that asks for an approval. */
  scheduledUnapproved: number
}

export async function getWorkflow(actor: Actor): Promise<Workflow> {
  authorise(actor, 'workflow.edit')
  const [rule, approved, waiting, scheduledUnapproved] = await Promise.all([
    readWorkflowRule(database()),
    database().article.count({ where: { state: 'APPROVED' } }),
    database().article.count({ where: { state: { in: ['FILED', 'SUBBING', 'LEGAL'] } } }),
    database().article.count({ where: { publishAt: { not: null }, approvedHash: null } }),
  ])
  return { rule, approved, waiting, scheduledUnapproved }
}
