'use server'

import { z } from 'zod'
import { action } from '@/lib/http/action'
import { addPart } from '@/lib/series/add-part'
import { changeSeries } from '@/lib/series/change-series'
import { createSeries } from '@/lib/series/create-series'
import { movePart } from '@/lib/series/move-part'
import { removePart } from '@/lib/series/remove-part'
import { SeriesInput } from '@/lib/series/series-input'

const Part = z.strictObject({ seriesId: z.uuid(), articleId: z.uuid() })

export const create = action({ permission: 'series.edit', input: SeriesInput }, createSeries)

export const change = action({ permission: 'series.edit', input: SeriesInput.extend({ id: z.uuid() }) }, changeSeries)

export const add = action({ permission: 'series.edit', input: Part }, addPart)

export const remove = action({ permission: 'series.edit', input: Part }, removePart)

export const move = action({ permission: 'series.edit', input: Part.extend({ to: z.enum(['up', 'down']) }) }, movePart)
