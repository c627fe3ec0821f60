import type { Metadata } from 'next'
import { PageBody, PageHeader } from '@/components/newsroom/page-header'
import { MenusForm } from '@/components/newsroom/settings/menus-form.client'
import { SettingsNav } from '@/components/newsroom/settings/settings-nav'
import { pageActor } from '@/lib/http/page'
import { listMenuChoices } from '@/lib/menus/list-choices'
import { MENUS } from '@/lib/menus/menu-settings'
import { readGroup } from '@/lib/settings/setting-group'
import { changeMenus } from '../actions'

export const metadata: Metadata = { title: 'Menus' }

export default async function MenusPage() {
  const actor = await pageActor('settings.edit', '/admin/settings/menus')
  const menus = await readGroup(MENUS)
  return (
    <PageBody width="narrow">
      <PageHeader title="Settings">
        The menus on every page for readers. Sections and topics have the names that they have now.
      </PageHeader>
      <SettingsNav current="/admin/settings/menus" />
      <MenusForm
        key={JSON.stringify(menus)}
        menus={menus}
        choices={await listMenuChoices(actor, menus)}
        change={changeMenus}
      />
    </PageBody>
  )
}
