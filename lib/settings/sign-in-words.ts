import type { SignInSettings } from './sign-in-settings'

/** What these settings are called where they are set, and in the record. */
export const SIGN_IN_WORDS: Record<keyof SignInSettings, string> = {
  oidcOn: 'Single sign-on',
  oidcName: 'Name on the button',
  oidcIssuer: 'Issuer',
  oidcClientId: 'Client ID',
  passwords: 'Who may use a password',
  linkOn: 'Sign-in by mailed link',
  idleHours: 'Hours until an unused session ends',
  absoluteDays: 'Days until every session ends',
}

/** Called so in the record alone: its value is never written down. */
export const SECRET_WORDS: Record<string, string> = { oidcSecret: 'Client secret' }

const PASSWORD_WORDS: Record<SignInSettings['passwords'], string> = {
  everybody: 'Everybody',
  administrators: 'Administrators only',
}

/** The value of a setting as people read it. */
export function signInSettingInWords(name: keyof SignInSettings, values: SignInSettings): string {
  if (name === 'oidcOn' || name === 'linkOn') return values[name] ? 'on' : 'off'
  return name === 'passwords' ? PASSWORD_WORDS[values.passwords] : String(values[name])
}
