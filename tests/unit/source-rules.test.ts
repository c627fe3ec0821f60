import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import config from '../../next.config.js'

// What the code does not do at all, so that no input can make it do that. Each rule is tried on a line that breaks it.

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'lib', 'components', 'public', 'proxy.ts'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter((path) => /\.(?:tsx?|js)$/.test(path))
const sources = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))

function filesWith(pattern: RegExp): string[] {
  return [...sources].filter(([, text]) => pattern.test(text)).map(([path]) => path)
}

/** Where a statement has a part that is no parameter: each of them is a choice between words that stand in the code. */
const RAW = /Prisma\.raw\((?!kind === 'topic' \? '[^']*' : '[^']*'\)|`'\$\{state\}'`\)|`looked\$\{index\}`\)|table\))/

const RULES: [rule: string, pattern: RegExp, breaking: string][] = [
  [
    'statements are made of text that was put together',
    /\$(?:query|execute)RawUnsafe|\bPrisma\.sql\(/,
    'db.$queryRawUnsafe(words)',
  ],
  ['a part of a statement comes from anywhere but the code', RAW, 'Prisma.raw(order)'],
  [
    'another program is started',
    /\bchild_process\b|\bexecFile?\(|\bspawn\(/,
    "import { spawn } from 'node:child_process'",
  ],
  ['text is run as code', /\beval\(|\bnew Function\(|['"](?:node:)?vm['"]|\.setTimeout\(['"]/, 'new Function(text)'],
  [
    'things are made of what was written down as objects',
    /\bdeserialize\(|['"](?:node:)?v8['"]|\byaml\b/,
    "import v8 from 'node:v8'",
  ],
  [
    'XML from outside is read',
    /fast-xml-parser|\bDOMParser\b.*xml|parse(?:Rss|Atom|Rdf)?Feed\b|libxml/,
    'parseRssFeed(text)',
  ],
  [
    'an archive is unpacked',
    /\b(?:unzip|gunzip|inflate|createUnzip|tar-stream|jszip|yauzl|adm-zip)\b/i,
    "import jszip from 'jszip'",
  ],
  [
    'a text of somebody becomes markup',
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML =(?!=)|insertAdjacentHTML|document\.write\(/,
    '<p dangerouslySetInnerHTML={{ __html: text }} />',
  ],
  [
    'a window listens to others or talks to them',
    /(?:window|self|globalThis)\.addEventListener\(\s*'message'|\b(?:parent|opener|top)\.postMessage\(/,
    "window.addEventListener('message', run)",
  ],
  ['there is a WebSocket', /\bWebSocket\b|\.on\('upgrade'|'connect'\s*,\s*\(request/, 'new WebSocket(url)'],
  [
    'a secret stands in a query',
    /[?&](?:token|secret|password|session|code|key)=\$?\{/,
    '/reset?token=${'.concat('token}'),
  ],
  [
    'a password is typed into a field that shows it',
    /<\w*[Ii]nput\b(?![^>]*type=(?:"password"|\{isShown))(?!\w)(?<!<PasswordInput)[^>]*(?:current|new)-password/,
    '<input autoComplete="current-password" />',
  ],
  [
    'pasting into a field is prevented',
    /onPaste=\{[^}]*preventDefault/,
    '<input onPaste={(event) => event.preventDefault()} />',
  ],
]

describe('Nowhere', () => {
  test.each(RULES)('%s', (_, pattern, breaking) => {
    expect(filesWith(pattern)).toEqual([])
    expect(pattern.test(breaking)).toBe(true)
  })

  test('does the framework fetch, rewrite, redirect or scale for others, or give its source away', () => {
    expect(config).not.toHaveProperty('rewrites')
    expect(config).not.toHaveProperty('redirects')
    expect(config).not.toHaveProperty('headers')
    expect(config.images).toEqual({ unoptimized: true })
    expect(config.productionBrowserSourceMaps).toBe(false)
    expect(config.poweredByHeader).toBe(false)
    expect(config.experimental?.serverActions).toEqual({ bodySizeLimit: '1mb' })
  })
})

/** A certificate that no program takes, and this file. */
const OF_TESTS = ['tests/support/self-signed.ts', 'tests/unit/source-rules.test.ts']

test('no file of the repository has a key, a password or a private address of anybody', () => {
  const all = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter(
      (path) =>
        /\.(?:tsx?|m?js|json|md|ya?ml|sql|prisma|css|sh|env.*)$|^\.env/.test(path) && path !== 'package-lock.json',
    )
  expect(all.filter((path) => /(?:^|\/)\.env/.test(path))).toEqual([])
  const secret =
    /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{30,}|\bxox[abpr]-\w{10,}|\bsk_live_\w{10,}|postgres(?:ql)?:\/\/[^\s:'"`$]+:[^\s@'"`${]{8,}@(?!localhost|127\.)/
  expect(all.filter((path) => !OF_TESTS.includes(path) && secret.test(readFileSync(path, 'utf8')))).toEqual([])
})
