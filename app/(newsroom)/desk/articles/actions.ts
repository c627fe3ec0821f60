'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { createArticle } from '@/lib/articles/create-article'
import { startFromTemplate } from '@/lib/articles/start-from-template'
import { action } from '@/lib/http/action'

const Beginning = z.strictObject({ templateId: z.uuid().exactOptional() })

export const startArticle = action(
  { permission: 'article.create', input: Beginning },
  async (actor, { templateId }) => {
    const { id } = await (templateId === undefined ? createArticle(actor) : startFromTemplate(actor, { templateId }))
    redirect(`/desk/articles/${id}`)
  },
)
