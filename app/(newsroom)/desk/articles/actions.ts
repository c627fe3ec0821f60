'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { createArticle } from '@/lib/articles/create-article'
import { action } from '@/lib/http/action'

export const startArticle = action({ permission: 'article.create', input: z.strictObject({}) }, async (actor) => {
  const { id } = await createArticle(actor)
  redirect(`/desk/articles/${id}`)
})
