'use server'

import { action } from '@/lib/http/action'
import { ChangeSettings, changeSettings } from '@/lib/settings/change-settings'

export const change = action({ permission: 'settings.edit', input: ChangeSettings }, changeSettings)
