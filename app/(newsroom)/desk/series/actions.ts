'use server'

import { z } from 'zod'
import { action } from '@/lib/http/action'
import { addPart } from '@/lib/series/add-part'
import { changeSeries } from '@/lib/series/change-series'
import { createSeries } from '@/lib/series/create-series'
import { deleteSeries } from '@/lib/series/delete-series'
import { movePart } from '@/lib/series/move-part'
import { removePart } from '@/lib/series/remove-part'
import { SeriesInput } from '@/lib/series/series-input'

const Change = SeriesInput.extend({ id: z.uuid(), baseVersion: z.int() })
const One = z.strictObject({ id: z.uuid() })
const Part = z.strictObject({ seriesId: z.uuid(), articleId: z.uuid() })

export const create = action({ permission: 'series.edit', input: SeriesInput }, createSeries)

export const change = action({ permission: 'series.edit', input: Change }, changeSeries)

export const end = action({ permission: 'series.edit', input: One }, deleteSeries)

export const add = action({ permission: 'series.edit', input: Part }, addPart)

export const remove = action({ permission: 'series.edit', input: Part }, removePart)

export const move = action({ permission: 'series.edit', input: Part.extend({ to: z.enum(['up', 'down']) }) }, movePart)
