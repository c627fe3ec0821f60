import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new temporary folder that others may pass through: under root, PostgreSQL runs as another user. The caller removes it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-scratch-'))
  chmodSync(folder, 0o711)
  return folder
}
