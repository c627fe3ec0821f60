import { chmodSync, mkdirSync } from 'node:fs'
import { fileSystemError } from '@/scripts/start-error'

/** Where root keeps what PostgreSQL's user has to reach. Only root can write there, so nobody else can put anything in its place. */
export function sharedFolder(): string {
  const path = '/var/lib/standfirst'
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 })
    chmodSync(path, 0o755)
  } catch (error) {
    throw fileSystemError(error, path)
  }
  return path
}
