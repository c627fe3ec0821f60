import Bowser from 'bowser'

/** What people call what the parser names otherwise. */
const SYSTEMS: Record<string, string> = { macOS: 'Mac', iOS: 'iPhone', 'Chrome OS': 'ChromeOS' }
const BROWSERS: Record<string, string> = {
  'Microsoft Edge': 'Edge',
  'Samsung Internet for Android': 'Samsung Internet',
}

/** "Chrome on Windows", as well as a User-Agent can tell: enough for people to recognise their own. */
export function deviceWords(userAgent: string): string {
  if (userAgent === '') return 'Another program'
  // Without a window it is the same browser.
  const { browser, os, platform } = Bowser.parse(userAgent.replace('HeadlessChrome/', 'Chrome/'))
  const name = browser.name === undefined ? undefined : (BROWSERS[browser.name] ?? browser.name)
  const system = platform.model === 'iPad' ? 'iPad' : os.name === undefined ? undefined : (SYSTEMS[os.name] ?? os.name)
  if (name && system) return `${name} on ${system}`
  return system ?? 'Another program'
}
