// Runs in each integration test file before anything of the file does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { dropDatabase, freshDatabase } from '@/tests/support/database'

const mediaFolder = mkdtempSync(join(tmpdir(), 'standfirst-media-'))
Object.assign(process.env, {
  NEXTAUTH_SECRET: 'only-for-tests-0123456789-0123456789',
  INTERNAL_SECRET: 'only-for-tests-9876543210-9876543210',
  SOURCE_KEY: 'only-for-tests-0123456789-0123456789-abcdef',
  SITE_URL: 'http://localhost:3000',
  NEXTAUTH_URL: 'http://localhost:3000',
  MEDIA_DIR: mediaFolder,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
})
delete process.env.SMTP_URL
await freshDatabase()

afterAll(async () => {
  await dropDatabase()
  rmSync(mediaFolder, { recursive: true, force: true })
})
