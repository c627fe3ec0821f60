import { z } from 'zod'
import type { SettingGroup } from './setting-group'
import { wholeNumber } from './whole-number'

/** What an administrator may choose between. A week is what a link in a mail may live for. */
export const PRIVACY_BOUNDS = {
  mailDays: { least: 7, most: 3650 },
  reportDays: { least: 1, most: 365 },
  networkDays: { least: 1, most: 365 },
} as const

/** How long what is somebody's own is kept: the form and the server parse the same. lib/jobs does it. */
export const PrivacySettings = z.strictObject({
  /** A mail that went out, failed or stays here is removed so long after it was written. */
  mailDays: wholeNumber('days', PRIVACY_BOUNDS.mailDays),
  /** The address of a reader is removed so long after their report was closed, or sooner where they were told so. */
  reportDays: wholeNumber('days', PRIVACY_BOUNDS.reportDays),
  /** A device that nobody used for so long is known on, but not where it was. */
  networkDays: wholeNumber('days', PRIVACY_BOUNDS.networkDays),
})
export type PrivacySettings = z.output<typeof PrivacySettings>

export const PRIVACY: SettingGroup<PrivacySettings> = {
  shape: PrivacySettings.shape,
  keys: {
    mailDays: 'privacy.mailDays',
    reportDays: 'privacy.reportDays',
    networkDays: 'privacy.networkDays',
  },
  defaults: { mailDays: 90, reportDays: 90, networkDays: 90 },
  needs: 'privacy.edit',
}
