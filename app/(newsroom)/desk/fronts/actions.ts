'use server'

import { ChangeFront, changeFront } from '@/lib/fronts/change-front'
import { PublishFront, publishFront } from '@/lib/fronts/publish-front'
import { TakeEdition, takeEdition as takeEditionOfFront } from '@/lib/fronts/take-edition'
import { UndoFront, undoFront } from '@/lib/fronts/undo-front'
import { action } from '@/lib/http/action'

export const change = action({ permission: 'front.edit', input: ChangeFront }, changeFront)

export const publish = action({ permission: 'front.edit', input: PublishFront }, publishFront)

export const undoPublication = action({ permission: 'front.edit', input: UndoFront }, undoFront)

export const takeEdition = action({ permission: 'front.edit', input: TakeEdition }, takeEditionOfFront)
