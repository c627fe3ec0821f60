'use server'

import { SetWorkflowRule, setWorkflowRule } from '@/lib/articles/set-workflow-rule'
import { action } from '@/lib/http/action'

export const setRule = action({ permission: 'workflow.edit', input: SetWorkflowRule }, setWorkflowRule)
