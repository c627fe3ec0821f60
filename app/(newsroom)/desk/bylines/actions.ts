'use server'

import { z } from 'zod'
import { BylineInput } from '@/lib/bylines/byline-input'
import { changeByline } from '@/lib/bylines/change-byline'
import { ChangeBylineAddress, changeBylineAddress } from '@/lib/bylines/change-byline-address'
import { describeBylineMerge } from '@/lib/bylines/describe-byline-merge'
import { MergeBylines, mergeBylines } from '@/lib/bylines/merge-bylines'
import { action } from '@/lib/http/action'
import { createByline } from '@/lib/shelves/create-byline'

/** What somebody saw need not be what could be typed today. */
const Seen = z.strictObject({
  name: z.string(),
  jobTitle: z.string(),
  biography: z.string(),
  picture: z.strictObject({ mediaId: z.string(), alt: z.string() }).nullable(),
  email: z.string(),
  profiles: z.array(z.string()),
})
const Change = BylineInput.extend({ id: z.uuid(), seen: Seen })

export const change = action({ permission: 'byline.edit', input: Change }, (actor, { id, seen, ...wanted }) =>
  changeByline(actor, { id, seen, wanted }),
)

export const create = action(
  { permission: 'byline.create', input: z.strictObject({ name: z.string().max(200) }) },
  createByline,
)

export const previewMerge = action({ permission: 'byline.merge', input: MergeBylines }, describeBylineMerge)

export const merge = action({ permission: 'byline.merge', input: MergeBylines }, mergeBylines)

export const changeAddress = action({ permission: 'byline.merge', input: ChangeBylineAddress }, changeBylineAddress)
