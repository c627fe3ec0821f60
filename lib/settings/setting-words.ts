import { LOOK_WORDS } from '../look/look-words'
import { MENU_WORDS } from '../menus/menu-words'
import type { Settings } from './paper-settings'
import { PRIVACY_WORDS } from './privacy-words'
import { SECRET_WORDS, SIGN_IN_WORDS } from './sign-in-words'

/** What a setting is called where it is set, and in the record. */
export const SETTING_WORDS: Record<keyof Settings, string> = {
  name: 'Name',
  tagline: 'Tagline',
  language: 'Language',
  timeZone: 'Time zone',
  feeds: 'Feeds',
  hub: 'Hub',
  aiUse: 'Use by AI',
  securityContact: 'Security contact',
  republishing: 'Republishing',
  republishTerms: 'Terms of republishing',
  republishContact: 'Contact for republishing',
}

/** What can be chosen, in words. */
export const CHOICE_WORDS: { [Name in 'feeds' | 'aiUse' | 'republishing']: Record<Settings[Name], string> } = {
  feeds: { full: 'Full text', summary: 'Summary' },
  aiUse: { all: 'Allow everything', noTraining: 'No training', none: 'No AI at all' },
  republishing: { nobody: 'Nobody', everybody: 'Everybody, on the paper’s terms' },
}

/** The value of a setting as people read it. */
export function settingInWords(name: keyof Settings, value: string): string {
  const choices: Record<string, string | undefined> =
    name in CHOICE_WORDS ? CHOICE_WORDS[name as keyof typeof CHOICE_WORDS] : {}
  return choices[value] ?? value
}

/** What is written down of a change, in words. */
export function settingChangeWords({ setting, before, after }: Record<string, unknown>): string {
  const name = setting as keyof Settings
  const quoted = (value: unknown) =>
    typeof value === 'string' && value !== '' ? `“${settingInWords(name, value)}”` : 'nothing'
  const called: Record<string, string> = {
    ...SETTING_WORDS,
    ...LOOK_WORDS,
    ...MENU_WORDS,
    ...SIGN_IN_WORDS,
    ...SECRET_WORDS,
    ...PRIVACY_WORDS,
  }
  return `changed the paper’s setting “${called[name] ?? name}” from ${quoted(before)} to ${quoted(after)}`
}
