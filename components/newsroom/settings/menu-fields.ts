import type { MenuChoices } from '@/lib/menus/list-choices'

/** What every list of entries gets from the form around it. */
export type MenuFields = {
  choices: MenuChoices
  /** What entries point at, by id. */
  names: ReadonlyMap<string, string>
  /** Says what something is called that was chosen just now. */
  learn: (id: string, name: string) => void
}
