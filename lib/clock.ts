/** The present instant. The only place that asks the machine for it, so that a test can hold the time still. */
export function now(): Date {
  return new Date()
}
