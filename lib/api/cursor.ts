import { isId } from '../document/addresses'
import { Invalid } from '../errors'

/** A place in a list that is in the order of instants, and of ids where two are the same. */
export type Place = { at: Date; id: string }

/**
 * A place as programs carry it from one answer to the next question. They need not look into it.
 * @param list which list it is a place of: in another it means nothing
 */
export function printCursor(list: string, { at, id }: Place): string {
  return Buffer.from(`${list} ${at.toISOString()} ${id}`).toString('base64url')
}

/** @throws Invalid when it is none, or of another list */
export function readCursor(list: string, cursor: string | undefined): Place | null {
  if (cursor === undefined) return null
  const [of, at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const date = new Date(at)
  if (of !== list || Number.isNaN(date.getTime()) || !isId(id)) throw noCursor()
  return { at: date, id }
}

/** The same for a list that has numbers. 0 where there is no cursor: before the first. @throws Invalid */
export function readNumber(list: string, cursor: string | undefined): bigint {
  if (cursor === undefined) return 0n
  const [, number] = new RegExp(`^${list} (\\d{1,18})$`).exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  if (number === undefined) throw noCursor()
  return BigInt(number)
}

export function printNumber(list: string, number: bigint): string {
  return Buffer.from(`${list} ${number}`).toString('base64url')
}

function noCursor(): Invalid {
  const message = 'This cursor is none of this list. Begin again without one.'
  return new Invalid(message, [{ field: 'cursor', code: 'cursor', message, severity: 'blocking' }])
}
