import { database } from '../db/database'
import type { Actor } from '../policy/actor'
import { authorise } from '../policy/policy'
import { findReader } from './find-reader'
import type { OneAddress } from './one-address'
import { type ReaderPart, readerInWords } from './reader-words'
import { isColleague } from './refuse-colleague'

export type ShownReader =
  | { kind: 'colleague'; address: string }
  | { kind: 'reader'; address: string; parts: ReaderPart[] }

/** What the paper has of a reader, in words. Of people of the newsroom it says only that they are. */
export async function showReader(actor: Actor, { address }: OneAddress): Promise<ShownReader> {
  authorise(actor, 'privacy.edit')
  if (await isColleague(database(), address)) return { kind: 'colleague', address }
  return { kind: 'reader', address, parts: readerInWords(await findReader(database(), address)) }
}
