'use server'

import { z } from 'zod'
import { action } from '@/lib/http/action'
import { changeShelf } from '@/lib/shelves/change-shelf'
import { createShelf } from '@/lib/shelves/create-shelf'
import { deleteShelf } from '@/lib/shelves/delete-shelf'
import { describeMerge } from '@/lib/shelves/describe-merge'
import { mergeShelves } from '@/lib/shelves/merge-shelves'
import { ShelfInput } from '@/lib/shelves/shelf-input'

const kind = 'topic'
const Draft = ShelfInput.omit({ kind: true })
const One = z.strictObject({ id: z.uuid() })
const Change = Draft.extend({ id: z.uuid(), baseVersion: z.int() })
const Pair = z.strictObject({ id: z.uuid(), intoId: z.uuid() })

export const create = action({ permission: 'topic.edit', input: Draft }, (actor, input) =>
  createShelf(actor, { ...input, kind }),
)

export const change = action({ permission: 'topic.edit', input: Change }, (actor, input) =>
  changeShelf(actor, { ...input, kind }),
)

export const remove = action({ permission: 'topic.edit', input: One }, (actor, input) =>
  deleteShelf(actor, { ...input, kind }),
)

export const preview = action({ permission: 'topic.merge', input: Pair }, (actor, input) =>
  describeMerge(actor, { ...input, kind }),
)

export const merge = action({ permission: 'topic.merge', input: Pair }, (actor, input) =>
  mergeShelves(actor, { ...input, kind }),
)
