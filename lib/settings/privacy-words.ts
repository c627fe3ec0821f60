import type { PrivacySettings } from './privacy-settings'

/** What these settings are called where they are set, and in the record. */
export const PRIVACY_WORDS: Record<keyof PrivacySettings, string> = {
  mailDays: 'Days that mails are kept',
  reportDays: 'Days that the address of a reader is kept once their question is closed',
  networkDays: 'Days that the network address of an unused device is kept',
}
