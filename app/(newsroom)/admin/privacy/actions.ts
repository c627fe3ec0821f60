'use server'

import { action } from '@/lib/http/action'
import { EraseReader, eraseReader } from '@/lib/privacy/erase-reader'
import { OneAddress } from '@/lib/privacy/one-address'
import { showReader } from '@/lib/privacy/show-reader'
import { ChangePrivacy, changePrivacy } from '@/lib/settings/change-privacy'

const permission = 'privacy.edit'

export const show = action({ permission, input: OneAddress }, showReader)
export const erase = action({ permission, input: EraseReader }, eraseReader)
export const change = action({ permission, input: ChangePrivacy }, changePrivacy)
