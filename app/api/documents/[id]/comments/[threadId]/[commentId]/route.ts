import { EditComment } from '@/lib/comments/comment-input'
import { deleteComment } from '@/lib/comments/delete-comment'
import { editComment } from '@/lib/comments/edit-comment'
import { route } from '@/lib/http/route'
import { assertSamePerson } from '../../../same-person'
import { COMMENT_BYTES, commentParams } from '../../comment-params'

export const PATCH = route(
  { permission: 'article.comment', params: commentParams, body: EditComment, mostBytes: COMMENT_BYTES },
  async ({ actor, params: { id, ...ids }, body, request }) => {
    assertSamePerson(actor, request.headers)
    await editComment(actor, { articleId: id, ...ids, ...body })
    return {}
  },
)

export const DELETE = route(
  { permission: 'article.comment', params: commentParams },
  async ({ actor, params: { id, ...ids }, request }) => {
    assertSamePerson(actor, request.headers)
    await deleteComment(actor, { articleId: id, ...ids })
    return {}
  },
)
