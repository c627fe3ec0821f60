/** By which a report of an error is found in the log. */
export function errorNumber(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
}
