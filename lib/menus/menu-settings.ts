import { z } from 'zod'
import { line } from '../settings/line'
import type { SettingGroup } from '../settings/setting-group'
import { MenuEntry } from './menu-entry'

const FooterColumn = z.strictObject({
  /** May be empty. */
  heading: line(40),
  entries: z.array(MenuEntry).max(20, 'At most 20 entries fit here.'),
})
export type FooterColumn = z.output<typeof FooterColumn>

/** The ways that stand on every page: the form and the server parse the same. */
export const MenuSettings = z.strictObject({
  /** Below the masthead. What stands last and leads to no section stands at the far end. */
  bar: z.array(MenuEntry).max(20, 'At most 20 entries fit here.'),
  footer: z.array(FooterColumn).max(6, 'At most 6 columns fit here.'),
  /** At the very end: an address, who is responsible, where the paper is registered. Empty for none. */
  smallPrint: line(500),
})

export type MenuSettings = z.output<typeof MenuSettings>

const page = (name: 'search' | 'newsletters' | 'corrections' | 'alerts' | 'feeds' | 'login'): MenuEntry => ({
  ...{ kind: 'page', page: name, label: '' },
})

/** What holds where nobody has said anything else. */
export const DEFAULT_MENUS: MenuSettings = {
  bar: [{ kind: 'sections' }, page('newsletters')],
  footer: [
    { heading: '', entries: [{ kind: 'sections' }] },
    {
      heading: '',
      entries: [page('search'), page('newsletters'), page('alerts'), page('corrections'), page('feeds'), page('login')],
    },
  ],
  smallPrint: '',
}

/** The rows that hold them. */
export const MENUS: SettingGroup<MenuSettings> = {
  shape: MenuSettings.shape,
  keys: { bar: 'menus.bar', footer: 'menus.footer', smallPrint: 'menus.smallPrint' },
  defaults: DEFAULT_MENUS,
}

/** Every entry of every menu. */
export function entriesOf({ bar, footer }: Pick<MenuSettings, 'bar' | 'footer'>): MenuEntry[] {
  return [...bar, ...footer.flatMap(({ entries }) => entries)]
}
