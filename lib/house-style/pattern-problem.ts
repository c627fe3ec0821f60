import { RE2JS, RE2JSSyntaxException } from 're2js'

/** Why a pattern cannot be a rule. `position` is the index of the character that it fails at. */
export type PatternProblem = { message: string; position: number }

/** @returns null when it will do: RE2 reads it, and it does not match where nothing is */
export function patternProblem(pattern: string, replacement: string | null): PatternProblem | null {
  let expression: RE2JS
  try {
    expression = RE2JS.compile(pattern)
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    const position = placeOf(pattern, String(error.error), String(error.input ?? ''))
    return { message: `Character ${position + 1}: ${SENTENCES[error.error] ?? `${error.error}.`}`, position }
  }
  if (expression.test('')) return { message: 'It matches where nothing is: it would mark every place.', position: 0 }
  if (expression.programSize() > LARGEST) {
    return { message: 'It is too large once its repetitions are written out.', position: 0 }
  }
  const missing = [...(replacement ?? '').matchAll(GROUP)].find(
    ([, number = '0']) => Number(number) > expression.groupCount(),
  )
  if (missing === undefined) return null
  return { message: `The replacement says ${missing[0]}, but the pattern has no such group.`, position: 0 }
}

/** Two dollars are one, whatever digit follows. */
const GROUP = /\$(?:\$|(\d))/g

/** Instructions: what people write has some hundred. */
const LARGEST = 5000

const SENTENCES: Record<string, string> = {
  'missing closing )': 'this bracket is never closed.',
  'unexpected )': 'this bracket was never opened.',
  'missing closing ]': 'this bracket is never closed.',
  'missing argument to repetition operator': 'there is nothing before it to repeat.',
  'invalid nested repetition operator': 'a repetition cannot be repeated.',
  'invalid character class range': 'this range runs backwards or is unknown.',
  'invalid escape sequence':
    'this is not known after a backslash. A group cannot be asked for again inside the pattern.',
  'invalid repeat count': 'at most 1000 repetitions can be asked for.',
  'trailing backslash at end of expression': 'a backslash needs a character after it.',
  'invalid named capture': 'this kind of group is not known. Looking ahead and behind is not possible.',
  'invalid or unsupported Perl syntax': 'this kind of group is not known. Looking ahead and behind is not possible.',
}

/** RE2 says what it could not read, not where: it is looked for, and for a bracket the one without its other half. */
function placeOf(pattern: string, error: string, piece: string): number {
  if (error === 'missing closing )') return unclosed(pattern)
  if (error === 'unexpected )') return Math.max(0, pattern.lastIndexOf(')'))
  return Math.max(0, pattern.indexOf(piece))
}

function unclosed(pattern: string): number {
  const open: number[] = []
  let isInClass = false
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index]
    if (character === '\\') index += 1
    else if (isInClass) isInClass = character !== ']'
    else if (character === '[') isInClass = true
    else if (character === '(') open.push(index)
    else if (character === ')') open.pop()
  }
  return open.at(-1) ?? 0
}
