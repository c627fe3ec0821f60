import type { LookSettings } from './look-settings'

/** What a setting of the look is called where it is set, and in the record. */
export const LOOK_WORDS: Record<keyof LookSettings, string> = {
  logo: 'Logo',
  logoDark: 'Logo in the dark',
  accent: 'Colour',
  accentDark: 'Colour in the dark',
  masthead: 'Masthead',
  mastheadDark: 'Masthead in the dark',
  type: 'Type',
  scheme: 'Light and dark',
}

/** What can be chosen, in words. */
export const LOOK_CHOICES: { [Name in 'type' | 'scheme']: Record<LookSettings[Name], string> } = {
  type: {
    standfirst: 'Source Serif',
    sansHeadlines: 'Sans serif headlines over Source Serif',
    systemSerif: 'The reader’s own serif',
    systemSans: 'The reader’s own sans serif',
  },
  scheme: { device: 'As the reader’s device is', light: 'Always light', dark: 'Always dark' },
}

/** The value of a setting as people read it. */
export function lookInWords(name: keyof LookSettings, value: string): string {
  const choices: Record<string, string> = name === 'type' || name === 'scheme' ? LOOK_CHOICES[name] : {}
  return choices[value] ?? value
}
