'use server'

import { z } from 'zod'
import { searchClaims } from '@/lib/claims/search-claims'
import { action } from '@/lib/http/action'
import { changeSealed, changeSource } from '@/lib/sources/change-source'
import { createSource } from '@/lib/sources/create-source'
import { eraseSource } from '@/lib/sources/erase-source'
import { findSources } from '@/lib/sources/find-sources'
import { listClaimEvents } from '@/lib/sources/list-claim-events'
import { revealSource } from '@/lib/sources/reveal-source'
import {
  ChangeSealed,
  ChangeSource,
  CreateSource,
  OneSource,
  SeenSource,
  SourceOfEvent,
  SourceSearch,
} from '@/lib/sources/source-input'
import { standBehind, stopStandingBehind } from '@/lib/sources/stand-behind'

const OneClaim = z.strictObject({ id: z.uuid() })

export const create = action({ permission: 'source.create', input: CreateSource }, createSource)
export const change = action({ permission: 'source.edit', input: ChangeSource }, changeSource)
export const changeSecret = action({ permission: 'source.edit', input: ChangeSealed }, changeSealed)
export const erase = action({ permission: 'source.edit', input: SeenSource }, eraseSource)
export const reveal = action({ permission: 'source.reveal', input: OneSource }, revealSource)
/** A name that is looked for stands in no address and so in no log: it comes in the body. */
export const find = action({ permission: 'source.read', input: SourceSearch }, findSources)
export const findClaims = action({ permission: 'claim.read', input: SourceSearch }, searchClaims)
export const claimEvents = action({ permission: 'claim.read', input: OneClaim }, listClaimEvents)
export const use = action({ permission: 'source.use', input: SourceOfEvent }, standBehind)
export const stopUse = action({ permission: 'source.use', input: SourceOfEvent }, stopStandingBehind)
