'use server'

import { action } from '@/lib/http/action'
import { ChangeLook, changeLook as changeLookOfPaper } from '@/lib/look/change-look'
import { ChangeMenus, changeMenus as changeMenusOfPaper } from '@/lib/menus/change-menus'
import { ChangeSettings, changeSettings } from '@/lib/settings/change-settings'

export const change = action({ permission: 'settings.edit', input: ChangeSettings }, changeSettings)
export const changeLook = action({ permission: 'settings.edit', input: ChangeLook }, changeLookOfPaper)
export const changeMenus = action({ permission: 'settings.edit', input: ChangeMenus }, changeMenusOfPaper)
