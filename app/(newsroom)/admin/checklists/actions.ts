'use server'

import { AddQuestion, addQuestion } from '@/lib/checklists/add-question'
import { ChangeQuestion, changeQuestion } from '@/lib/checklists/change-question'
import { DeleteQuestion, deleteQuestion } from '@/lib/checklists/delete-question'
import { MoveQuestion, moveQuestion } from '@/lib/checklists/move-question'
import { SetLevel, setLevel } from '@/lib/checklists/set-level'
import { action } from '@/lib/http/action'

export const weigh = action({ permission: 'checklist.edit', input: SetLevel }, setLevel)

export const add = action({ permission: 'checklist.edit', input: AddQuestion }, addQuestion)

export const change = action({ permission: 'checklist.edit', input: ChangeQuestion }, changeQuestion)

export const move = action({ permission: 'checklist.edit', input: MoveQuestion }, moveQuestion)

export const remove = action({ permission: 'checklist.edit', input: DeleteQuestion }, deleteQuestion)
