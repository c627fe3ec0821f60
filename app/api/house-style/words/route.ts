import { AddWords, addWords } from '@/lib/house-style/add-words'
import { route } from '@/lib/http/route'

export const POST = route({ permission: 'style.edit', body: AddWords }, async ({ actor, body }) =>
  addWords(actor, body),
)
