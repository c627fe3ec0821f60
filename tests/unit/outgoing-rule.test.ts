import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'lib', 'proxy.ts'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('lib/outgoing/'))

/** These speak HTTP with readers, or with the app itself behind the server in front; none takes an address from anybody. */
const speaksWithReaders = /^lib\/(reader-cache\/|auth\/client-address\.ts)/

const opensSockets =
  /(?<![.\w])fetch\(|globalThis\.fetch|from '(node:)?(https?|http2|net|tls|undici)'|new WebSocket\(|new XMLHttpRequest|sendNotification\(/

test('nothing on the server asks an outside address but lib/outgoing', () => {
  const asking = files.filter((path) => !speaksWithReaders.test(path) && opensSockets.test(readFileSync(path, 'utf8')))
  expect(asking).toEqual([])
})

test.each([
  'webPush.sendNotification(one)',
  "await fetch('https://x')",
  "import { request } from 'node:https'",
  "import { fetch } from 'undici'",
])('the rule sees %s', (line) => {
  expect(opensSockets.test(line)).toBe(true)
})
