import fc from 'fast-check'

/** What a schema for something else may be given in its place. */
const scalars: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    '\0',
    '\ud800',
    '0',
    '123abc',
  ),
  fc.constantFrom<unknown>("' OR 1=1 --", '"; DROP TABLE "Person"; --', '{{7*7}}', '%00', '../../etc/passwd'),
  fc.constantFrom<unknown>(
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    'a\r\nSet-Cookie: a=b',
    '\u202e\u2028',
    '=1+1',
  ),
  fc.constantFrom<unknown>('x'.repeat(10_000), '9'.repeat(400), '(a+)+$', '[', '\\', 'ＡＢ＠ｃ'),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.uuid(),
)

/** Keys and shapes by which objects of others were turned into something else. */
const POISONS: readonly unknown[] = [
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
  JSON.parse('{"then":"$1:then","__proto__":{"then":"x"}}'),
  { not: '' },
  { equals: null },
  { contains: '' },
  { in: [] },
  { AND: [], OR: [], NOT: {} },
  { toString: 'x', valueOf: 'x', hasOwnProperty: 'x' },
  [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]],
  { length: 1e9 },
]

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: scalars },
  { weight: 2, arbitrary: fc.constantFrom(...POISONS) },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 10 }), scalars, { maxKeys: 4 }) },
)

/** A place in an input, and what stands there instead. `extra`: beside what belongs there. */
export type Mutation = { at: number; value: unknown; isExtra: boolean }

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(1000),
  value: hostileValue,
  isExtra: fc.boolean(),
})

/** The input with one of its places changed; the whole of it where it has none. */
export function mutated(input: unknown, { at, value, isExtra }: Mutation): unknown {
  const places = placesIn(input, [])
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined || place.length === 0) return value
  const copy = structuredClone(input)
  let within = copy as Record<string, unknown>
  for (const key of place.slice(0, -1)) within = within[key] as Record<string, unknown>
  const last = place[place.length - 1] ?? ''
  if (isExtra && !Array.isArray(within)) within[`${last}_`] = value
  else within[last] = value
  return copy
}

function placesIn(value: unknown, path: readonly string[]): string[][] {
  const here = [[...path]]
  if (typeof value !== 'object' || value === null) return here
  return [...here, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))]
}

/** Bodies of React's own protocol for actions, as text and as parts of a form: loops, prototypes, promises that are none. */
export const flightBody: fc.Arbitrary<string | [string, string][]> = fc.oneof(
  fc.constantFrom<string | [string, string][]>(
    '["$F1"]',
    '["$@0"]',
    '["$Q0","$W0","$K1"]',
    '["$1:__proto__:polluted"]',
    '["$1:constructor:constructor"]',
    '[{"then":"$1:then"}]',
    '["$B1337"]',
    '["$n999999999999999999999999999999"]',
    `[${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
    '["$T1"]',
    '["$undefined","$NaN","$-Infinity"]',
    [
      ['0', '["$1"]'],
      ['1', '["$0"]'],
    ],
    [
      ['0', '{"then":"$1:__proto__:then","status":"resolved_model","value":"{}"}'],
      ['1', '"$@0"'],
    ],
    [
      ['0', '["$1:constructor:constructor","return process"]'],
      ['1', '{}'],
    ],
    [
      ['1_$ACTION_REF_1', ''],
      ['$ACTION_1:0', '{"id":"x","bound":"$@1"}'],
      ['$ACTION_1:1', '["$K1"]'],
    ],
    [
      ['__proto__', '{"polluted":true}'],
      ['0', '["$K__proto__"]'],
    ],
  ),
  fc.array(
    fc.tuple(
      fc.constantFrom('0', '1', '2', '__proto__', 'constructor', '$ACTION_ID_x', '1_0'),
      fc.string({ maxLength: 60 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
  fc.string({ maxLength: 200 }),
)
