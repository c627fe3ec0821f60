import { randomUUID } from 'node:crypto'

const RESTORE = /^restore-(\d{1,9})-/

/** The "tab" of a step that brings an older version back: it tells which. */
export function restoringClient(version: number): string {
  return `restore-${version}-${randomUUID()}`
}

/** The version that a step brought back, or null where it did not. */
export function restoredVersion(clientId: string): number | null {
  const version = RESTORE.exec(clientId)?.[1]
  return version === undefined ? null : Number(version)
}
