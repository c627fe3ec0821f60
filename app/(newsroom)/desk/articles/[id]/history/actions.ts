'use server'

import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { NAME_MOST, nameVersion } from '@/lib/history/name-version'
import { restoreRevision } from '@/lib/history/restore-revision'
import { action } from '@/lib/http/action'

const id = z.string().refine(isId, 'This is not an id.')

export const nameThisVersion = action(
  {
    permission: 'article.edit',
    input: z.strictObject({
      articleId: id,
      revisionId: id.nullable(),
      name: z.string().max(NAME_MOST * 4, `At most ${NAME_MOST} characters.`),
    }),
  },
  nameVersion,
)

export const restoreThisVersion = action(
  { permission: 'article.restore', input: z.strictObject({ articleId: id, revisionId: id }) },
  restoreRevision,
)
