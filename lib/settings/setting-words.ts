import type { Settings } from './paper-settings'

/** What a setting is called where it is set, and in the record. */
export const SETTING_WORDS: Record<keyof Settings, string> = {
  name: 'Name',
  tagline: 'Tagline',
  language: 'Language',
  timeZone: 'Time zone',
  feeds: 'Feeds',
  aiUse: 'Use by AI',
  securityContact: 'Security contact',
}

/** What is written down of a change, in words. */
export function settingChangeWords({ setting, before, after }: Record<string, unknown>): string {
  const name = SETTING_WORDS[setting as keyof Settings] ?? String(setting)
  return `changed the paper’s setting “${name}” from ${quoted(before)} to ${quoted(after)}`
}

function quoted(value: unknown): string {
  return typeof value === 'string' && value !== '' ? `“${value}”` : 'nothing'
}
