import { isKnownPassword } from './known-passwords'

/**
 * The beginnings of what attackers try first, of twelve characters and more once something is put behind them: the lists of
 * stolen passwords are headed by a few words with digits and signs at the end.
 */
const WORDS = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'letmein',
  'welcome',
  'changeme',
  'administrator',
  'admin',
  'qwerty',
  'qwertyuiop',
  'qwertzuiop',
  'azerty',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'iloveyou',
  'football',
  'baseball',
  'basketball',
  'superman',
  'batman',
  'sunshine',
  'princess',
  'dragon',
  'monkey',
  'master',
  'whatever',
  'trustno1',
  'starwars',
  'pokemon',
  'liverpool',
  'chelsea',
  'arsenal',
  'michael',
  'jennifer',
  'secret',
  'default',
  'newsroom',
  'standfirst',
  'reporter',
  'editor',
]

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '98765432109876543210',
  'qwertyuiopasdfghjklzxcvbnm',
]

/** True for a known word, twice or with digits and signs around it, for runs and repetitions of few characters, and for what was stolen often. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase()
  const core = lower.replace(/^[\d\W_]+|[\d\W_]+$/g, '')
  if (WORDS.some((word) => core === word || core === word + word || lower === word)) return true
  if (new Set(lower).size <= 3) return true
  if (RUNS.some((run) => run.includes(lower)) || /^(.{1,6})\1+$/u.test(lower)) return true
  return isKnownPassword(lower.normalize('NFC'))
}
