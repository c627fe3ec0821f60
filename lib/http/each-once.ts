import { Invalid } from '@/lib/errors'

/**
 * The values of a query or a form by their names, each of which stands there once: of two that say different things, two programs would
 * believe different ones.
 * @throws Invalid
 */
export function eachOnce<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const given = new Map<string, Value>()
  for (const [name, value] of entries) {
    if (given.has(name)) throw refusalOf(name)
    given.set(name, value)
  }
  return Object.fromEntries(given)
}

function refusalOf(field: string): Invalid {
  const message = 'This parameter stands here twice.'
  return new Invalid(message, [{ field, code: 'twice', message, severity: 'blocking' }])
}
