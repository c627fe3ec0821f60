'use server'

import { z } from 'zod'
import { AddWords, addWords } from '@/lib/house-style/add-words'
import { createRule } from '@/lib/house-style/create-rule'
import { deleteRule } from '@/lib/house-style/delete-rule'
import { removeWord } from '@/lib/house-style/remove-word'
import { StyleRuleInput } from '@/lib/house-style/style-rule-input'
import { SwitchRule, switchRule } from '@/lib/house-style/switch-rule'
import { UpdateRule, updateRule } from '@/lib/house-style/update-rule'
import { action } from '@/lib/http/action'

const OneOf = z.strictObject({ id: z.uuid() })

export const create = action({ permission: 'style.edit', input: StyleRuleInput }, createRule)

export const update = action({ permission: 'style.edit', input: UpdateRule }, updateRule)

export const turn = action({ permission: 'style.edit', input: SwitchRule }, switchRule)

export const remove = action({ permission: 'style.edit', input: OneOf }, deleteRule)

export const addToDictionary = action({ permission: 'style.edit', input: AddWords }, addWords)

export const takeFromDictionary = action({ permission: 'style.edit', input: OneOf }, removeWord)
