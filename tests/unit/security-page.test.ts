import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Each test that a page names, with its file: one file may be followed by several titles. */
function namedIn(page: string): { file: string; title: string }[] {
  return [...page.matchAll(/`(tests\/[\w./-]+)`((?:;? “[^”]+”)+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
  )
}

describe.each([
  ['docs/security.md', 40],
  ['docs/security-lines.md', 200],
])('%s', (path, least) => {
  const page = read(path)
  const named = namedIn(page)

  test('names tests, each with its file', () => {
    expect(named.length).toBeGreaterThan(least)
    const aside = ['`tests/unit/dependencies.test.ts` writes', '`tests/unit/dependencies.test.ts`; `npm run sbom`']
    const bare = [...page.matchAll(/`tests\/[^`]+`(?!;? “)/g)].filter(
      ({ index }) => !aside.some((words) => page.startsWith(words, index)),
    )
    expect(bare.map(([file]) => file)).toEqual([])
  })

  test.each(named)('“$title” is a test of $file', ({ file, title }) => {
    expect(read(file)).toContain(title)
  })
})

/** What docs/security-lines.md has to say something of: a line that is gone is missed here. */
const ASVS = `
  V1.1.1 V1.2.1 V1.2.2 V1.2.3 V1.2.4 V1.2.5 V1.2.9 V1.3.1 V1.3.4 V1.3.5 V1.3.6 V1.3.11 V1.5.1 V1.5.2
  V2.2.1 V2.2.2 V2.3.1 V2.3.2 V2.3.3 V2.3.4 V2.4.1
  V3.2.1 V3.3.1 V3.3.2 V3.3.3 V3.3.4 V3.4.1 V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.5.1 V3.5.2 V3.5.3 V3.5.4 V3.5.5 V3.7.2
  V4.1.1 V4.1.3 V4.4.2 V5.2.1 V5.2.2 V5.2.3 V5.3.2 V5.4.1 V5.4.2 V5.4.3
  V6.2.1 V6.2.2 V6.2.3 V6.2.4 V6.2.5 V6.2.6 V6.2.7 V6.2.8 V6.2.9 V6.2.10 V6.2.11 V6.2.12
  V6.3.1 V6.3.2 V6.3.3 V6.4.1 V6.4.3 V6.5.1 V6.5.5 V6.6.2 V6.6.3
  V7.2.3 V7.2.4 V7.3.1 V7.3.2 V7.4.1 V7.4.2 V7.4.3 V7.4.5 V7.5.1 V7.5.2
  V8.2.1 V8.2.2 V8.2.3 V8.3.1 V9.1.1 V9.1.2 V9.1.3 V9.2.1 V9.2.2 V9.2.3 V11.4.2 V11.5.1 V12
  V13.2.4 V13.2.5 V13.3.1 V13.4.2 V13.4.5 V14.2.1 V14.2.2 V14.3.1 V14.3.2 V14.3.3
  V15.1.2 V15.2.2 V15.3.1 V15.3.2 V15.3.3 V15.3.4 V15.3.6 V15.3.7
  V16.2.5 V16.3.1 V16.3.2 V16.3.3 V16.4.1 V16.4.3 V16.5.1 V16.5.2 V16.5.3
`
const HOLES = `
  CVE-2025-29927 CVE-2026-44575 GHSA-267c GHSA-26hh CVE-2026-44574 CVE-2026-44573 CVE-2026-64642 CVE-2025-55182 CVE-2025-66478
  CVE-2025-55184 CVE-2025-67779 CVE-2026-23864 CVE-2026-23869 CVE-2026-23870 CVE-2026-64641 CVE-2025-55183 CVE-2026-64643
  CVE-2026-27978 CVE-2024-34351 CVE-2025-57822 CVE-2026-44578 CVE-2026-64645 CVE-2024-46982 CVE-2025-49826 CVE-2023-46298
  CVE-2026-44577 CVE-2026-27980 CVE-2026-64644 CVE-2024-47831 CVE-2025-57752 CVE-2025-55173 CVE-2026-29057 CVE-2026-75604
  GHSA-7rqj CVE-2022-35924 GHSA-5jpx-9hw9-2fx4 GHSA-xmf8 GHSA-x445 CVE-2023-27490 CVE-2022-24858 CVE-2022-29214
  GHSA-v64w-49xw-qq89 GHSA-8fpg GHSA-cj63 CVE-2026-26278 CVE-2026-33036 CVE-2026-33349 GHSA-c7w3 GHSA-vvjj GHSA-268h GHSA-2x7j
  CVE-2026-26980 CVE-2026-22594 CVE-2026-22595 CVE-2026-22597 CVE-2026-53946 GHSA-9m84-wc28-w895 CVE-2023-40028 CVE-2024-23724
  CVE-2023-31133 CVE-2022-41654 CVE-2017-1001000 CVE-2026-3906 CVE-2022-21661 CVE-2022-3590 CVE-2021-29447 CVE-2019-17671
  CVE-2024-4439 CVE-2023-5561 CVE-2019-8942 CVE-2019-8943 CVE-2026-22706 CVE-2025-64526 CVE-2023-22894 CVE-2023-34235
  CVE-2025-25298 GHSA-hp5w GHSA-xx6w CVE-2026-25574 CVE-2026-28223 CVE-2026-44200 CVE-2026-44199 CVE-2026-41649 CVE-2026-43890
  CVE-2026-24901 CVE-2026-28506 CVE-2026-25493 CVE-2026-25494 CVE-2026-28423
`
const idsOf = (list: string) => list.trim().split(/\s+/)

/** The ids of the first column, by the last. */
function lines(): Map<string, string> {
  const rows = read('docs/security-lines.md')
    .split('\n')
    .filter((line) => /^\| (?!-|Id |Theme )/.test(line))
  return new Map(
    rows.flatMap((row) => {
      const cells = row.split(/(?<!\\) \| /).map((cell) => cell.replace(/^\| |\|$/g, '').trim())
      return (cells[0]?.match(/V\d+(?:\.\d+)*|CVE-\d{4}-\d+|GHSA(?:-\w{4})+/g) ?? []).map((id): [string, string] => [
        id,
        cells[2] ?? '',
      ])
    }),
  )
}

test('docs/security-lines.md says something of each requirement and each known hole, and of none twice', () => {
  const said = lines()
  expect([...said.keys()].sort()).toEqual([...idsOf(ASVS), ...idsOf(HOLES)].sort())
})

test('each line of docs/security-lines.md names a test or says why it does not apply', () => {
  const silent = [...lines()].filter(
    ([, held]) => !/`tests\/[^`]+` “/.test(held) && !/^Does not apply: \S.{20}/.test(held),
  )
  expect(silent.map(([id]) => id)).toEqual([])
})
