'use server'

import { z } from 'zod'
import { action } from '@/lib/http/action'
import { changeTemplate } from '@/lib/templates/change-template'
import { deleteTemplate } from '@/lib/templates/delete-template'
import { AboutTemplate } from '@/lib/templates/template-input'

const OneTemplate = z.strictObject({ id: z.uuid() })

export const change = action(
  { permission: 'template.edit', input: AboutTemplate.extend({ id: z.uuid() }) },
  changeTemplate,
)

export const remove = action({ permission: 'template.edit', input: OneTemplate }, deleteTemplate)
