import { isId, safePageUrl, safeUrl } from './addresses'
import { isDay } from './attribution'

/**
 * Checks for node and mark attributes, used as ProseMirror's `validate`: they run on the server for every step and on
 * every parse, because an attribute is input like any other. Each throws a RangeError that names what is wrong.
 */
type Check = (value: unknown) => void

/** A line of plain text, at most `most` characters. */
export function line(most: number): Check {
  return (value) => {
    if (typeof value !== 'string' || value.length > most)
      throw new RangeError(`Expected text of at most ${most} characters`)
    if (/[\n\r\u2028\u2029]/.test(value)) throw new RangeError('Expected a single line')
  }
}

export const yesOrNo: Check = (value) => {
  if (typeof value !== 'boolean') throw new RangeError('Expected true or false')
}

export const id: Check = (value) => {
  if (!isId(value)) throw new RangeError('Expected an id')
}

export const idOrNull: Check = (value) => {
  if (value !== null && !isId(value)) throw new RangeError('Expected an id or null')
}

/** A whole number between two others, both included. */
export function whole(least: number, most: number): Check {
  return (value) => {
    if (!Number.isInteger(value) || (value as number) < least || (value as number) > most)
      throw new RangeError(`Expected a whole number from ${least} to ${most}`)
  }
}

export function ids(most: number): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length > most || !value.every(isId))
      throw new RangeError(`Expected at most ${most} ids`)
    if (new Set(value).size !== value.length) throw new RangeError('Expected each id once')
  }
}

/** An address that a reader may follow, written as the URL standard writes it, or null. */
export const urlOrNull: Check = (value) => {
  if (value === null) return
  if (typeof value !== 'string' || safeUrl(value) !== value)
    throw new RangeError('Expected a web, mail or telephone address')
}

/** An http or https address as the URL standard writes it, or the empty text. */
export const pageUrlOrEmpty: Check = (value) => {
  if (value === '') return
  if (typeof value !== 'string' || safePageUrl(value) !== value) throw new RangeError('Expected a web address')
}

/** An instant as ISO 8601 in UTC, or the empty text. */
export const instantOrEmpty: Check = (value) => {
  if (value === '') return
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value)) || new Date(value).toISOString() !== value)
    throw new RangeError('Expected an instant such as 2026-01-31T09:30:00.000Z, or nothing')
}

/** An instant as ISO 8601 in UTC. */
export const instant: Check = (value) => {
  if (value === '') throw new RangeError('Expected an instant')
  instantOrEmpty(value)
}

/** A day of the calendar such as 2026-01-31, or the empty text. */
export const dayOrEmpty: Check = (value) => {
  if (value !== '' && !isDay(value)) throw new RangeError('Expected a day such as 2026-01-31, or nothing')
}

/** A SHA-256 in lower-case hexadecimal, or the empty text. */
export const hashOrEmpty: Check = (value) => {
  if (typeof value !== 'string' || !/^([0-9a-f]{64})?$/.test(value)) throw new RangeError('Expected a hash or nothing')
}

export function oneOf(...choices: readonly string[]): Check {
  return (value) => {
    if (typeof value !== 'string' || !choices.includes(value))
      throw new RangeError(`Expected one of ${choices.join(', ')}`)
  }
}

/** A plain object, at most `most` characters as JSON. */
export function json(most: number): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || JSON.stringify(value).length > most)
      throw new RangeError(`Expected an object of at most ${most} characters as JSON`)
  }
}
