'use server'

import { action } from '@/lib/http/action'
import { ChooseNotice, chooseNotice } from '@/lib/notifications/choose-notice'

export const choose = action({ permission: 'newsroom.enter', input: ChooseNotice }, chooseNotice)
