/** What has to happen before anything goes out, whole paper alike. */
export const WORKFLOW_RULES = ['NONE', 'APPROVAL', 'TWO_PEOPLE'] as const
/**
 * - `NONE`: whoever may publish does
 * - `APPROVAL`: only what was approved goes out, words and fields as they were approved
 * - `TWO_PEOPLE`: and whoever changed it last cannot approve it
 */
export type WorkflowRule = (typeof WORKFLOW_RULES)[number]

export const WORKFLOW_RULE_KEY = 'workflow.rule'
