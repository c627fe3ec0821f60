import { z } from 'zod'
import { isId } from '@/lib/document/addresses'
import { articleParams } from '../article-params'

const Id = z.string().refine(isId, 'This is not an id.')

export const threadParams = articleParams.extend({ threadId: Id })
export const commentParams = threadParams.extend({ commentId: Id })

/** The longest comment in the longest encoding, and what stands around it. */
export const COMMENT_BYTES = 40_000
