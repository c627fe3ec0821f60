// The first half of a start, which refuses what has to be refused before anything takes time.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder, openDataFolder, readSecrets, readSourceKey } from '@/scripts/data-folder'
import { scratchFolder } from '@/tests/support/scratch-folder'
import { freePort, launchServer, type ServerOptions } from '@/tests/support/server-process'

let folder: string

beforeEach(() => {
  folder = join(scratchFolder(), '.data')
})

afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

async function refusal(options: Partial<ServerOptions> = {}): Promise<string> {
  const server = await launchServer({ folder, ...options })
  expect(await server.exited, server.output()).toBe(1)
  return server.output().trim()
}

test('a second start on the same data names the first, ends, and leaves it alone', async () => {
  openDataFolder(folder)
  const unlock = lockFolder(folder, 'http://localhost:3999')
  const lock = readFileSync(join(folder, 'lock.json'), 'utf8')
  expect(await refusal()).toBe(`Standfirst already runs on this data: http://localhost:3999 (process ${process.pid}).`)
  expect(readFileSync(join(folder, 'lock.json'), 'utf8')).toBe(lock)
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
  unlock()
})

test('the lock of a killed process is taken over without a word, also when its number is in use again', () => {
  openDataFolder(folder)
  for (const dead of [
    { pid: 4_194_000, mark: 'x' },
    { pid: process.pid, mark: 'an earlier start' },
  ]) {
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ ...dead, address: 'http://localhost:3000' }))
    lockFolder(folder, 'http://localhost:3001')()
    expect(existsSync(join(folder, 'lock.json'))).toBe(false)
  }
  writeFileSync(join(folder, 'lock.json'), '')
  lockFolder(folder, 'http://localhost:3001')()
})

test('a port that is taken is said at once, with a port that is free', async () => {
  const port = await freePort()
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(port, resolve))
  const words = await refusal({ port })
  squatter.close()
  expect(words).toMatch(
    new RegExp(`^Port ${port} is taken by another program: start with PORT=\\d+ npm start, or stop that program\\.$`),
  )
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
  expect(existsSync(join(folder, 'lock.json'))).toBe(false)
})

test('secrets are made once, are long, and only their owner can read them', () => {
  openDataFolder(folder)
  const first = readSecrets(folder)
  expect(readSecrets(folder)).toEqual(first)
  expect(Object.keys(first).sort()).toEqual([
    'INTERNAL_SECRET',
    'NEXTAUTH_SECRET',
    'VAPID_PRIVATE_KEY',
    'VAPID_PUBLIC_KEY',
  ])
  for (const secret of Object.values(first)) expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(32)
  expect(new Set(Object.values(first)).size).toBe(4)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('the key of the source register is made once, lies by itself, and only its owner can read it', () => {
  openDataFolder(folder)
  const path = join(folder, 'source.key')
  const key = readSourceKey(folder)
  expect(Buffer.from(key, 'base64url').length).toBe(32)
  expect(readSourceKey(folder)).toBe(key)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(Object.values(readSecrets(folder))).not.toContain(key)
  // A new one before it: the former one still opens.
  const next = 'n'.repeat(43)
  writeFileSync(path, `${next}\n${key}\n`)
  expect(readSourceKey(folder)).toBe(`${next},${key}`)
  for (const damaged of ['', 'short\n', `${key.slice(1)}\n`, `${key}\nand more\n`]) {
    writeFileSync(path, damaged)
    expect(() => readSourceKey(folder)).toThrow(/source\.key is damaged/)
    expect(readFileSync(path, 'utf8')).toBe(damaged)
  }
})

test('a newsroom that was there before alerts gets its keys, and keeps what it had', () => {
  openDataFolder(folder)
  const before = { NEXTAUTH_SECRET: 'n'.repeat(43), INTERNAL_SECRET: 'i'.repeat(43), VAPID_PUBLIC_KEY: 'one of two' }
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify(before))
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, ...kept } = readSecrets(folder)
  expect(kept).toEqual({ NEXTAUTH_SECRET: before.NEXTAUTH_SECRET, INTERNAL_SECRET: before.INTERNAL_SECRET })
  expect([VAPID_PUBLIC_KEY.length, VAPID_PRIVATE_KEY.length]).toEqual([87, 43])
  expect(readSecrets(folder)).toMatchObject({ VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY })
})

test('a short secret stops the start', async () => {
  expect(await refusal({ env: { NEXTAUTH_SECRET: 'short' } })).toBe(
    'The settings are not right: NEXTAUTH_SECRET must have at least 32 characters.',
  )
  openDataFolder(folder)
  writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ NEXTAUTH_SECRET: '', INTERNAL_SECRET: 'cut' }))
  expect(await refusal()).toMatch(/INTERNAL_SECRET must have at least 32 characters/)
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
})

test('settings that make no sense are named', async () => {
  expect(await refusal({ env: { SITE_URL: 'ftp://example.org', SMTP_URL: 'nowhere' } })).toBe(
    'The settings are not right: SITE_URL must be an http or https address, SMTP_URL must be an smtp or smtps address.',
  )
  expect(await refusal({ parameters: ['--emtpy'] })).toMatch(/^--emtpy means nothing here/)
})

test('a file where the data folder should be is said in a sentence', async () => {
  writeFileSync(folder, 'a file')
  expect(await refusal()).toBe(`${folder} is not a folder: move that file away and start again.`)
})

test('a data folder that cannot be written is said in a sentence', async ({ skip }) => {
  if (process.getuid?.() === 0) skip('nothing is closed to root')
  mkdirSync(folder)
  chmodSync(folder, 0o500)
  expect(await refusal()).toMatch(/cannot be written by this user/)
})

test('a database of the person that does not answer is said without its password', async () => {
  const port = await freePort()
  const words = await refusal({ env: { DATABASE_URL: `postgresql://me:hidden@127.0.0.1:${port}/paper` } })
  expect(words).toContain(`The database of DATABASE_URL on 127.0.0.1:${port} does not let us in`)
  expect(words).not.toContain('hidden')
})
