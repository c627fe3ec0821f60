// The screens of administration and of one's own account, as the people see them who use them.
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { newId } from '@/lib/ids'
import { addPerson } from '@/tests/support/add-person'
import { animationsEnded } from '@/tests/support/animations'
import { inDatabase } from '@/tests/support/server-database'
import { beginSession, beSignedIn } from '@/tests/support/sign-in'
import { placeNewsroom, READER } from './newsroom-people'

/** What is on the page when it is taken. */
export type Scene = { path: string; open?: (page: Page) => Promise<void>; as?: 'late' | 'soon' | 'pending' }

type SceneIds = Awaited<ReturnType<typeof placeNewsroom>>

const WIDTHS = [390, 1280] as const
const HEIGHT = 1100

/** Takes every screen narrow and wide, light and dark. */
export async function shootNewsroom(browser: Browser, url: string, folder: string, only = ''): Promise<void> {
  const ids = await placeNewsroom()
  for (const [name, scene] of Object.entries(scenes(ids))) {
    if (!name.includes(only)) continue
    for (const width of WIDTHS) {
      const page = await browser.newPage({ baseURL: url, viewport: { width, height: HEIGHT } })
      try {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await openScene(page, scene)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await keep(page, folder, `${name}-${width}-${colorScheme}`)
        }
      } catch (error) {
        console.error(name, width, error)
        await keep(page, folder, `${name}-${width}-failed`)
      } finally {
        await page.close()
      }
    }
  }
}

/** All of the page; of a dialog what a screen of that size has. */
async function keep(page: Page, folder: string, name: string): Promise<void> {
  const hasDialog = (await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) > 0
  const { width = 0 } = page.viewportSize() ?? {}
  if (hasDialog) await page.setViewportSize({ width, height: width < 500 ? 844 : 860 })
  await animationsEnded(page)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !hasDialog })
}

/** Brings a page to where a scene shows it. */
export async function openScene(page: Page, { path, open, as }: Scene): Promise<void> {
  if (as === undefined) await beSignedIn(page, 'ADMINISTRATOR')
  else await comeAs(page, as)
  if (as !== 'pending') await page.goto(path)
  await open?.(page)
}

/** As somebody whose role asks for a second factor: since long ago, since now; or as somebody who has one and typed the password. */
async function comeAs(page: Page, as: NonNullable<Scene['as']>): Promise<void> {
  const since = new Date(Date.now() - (as === 'late' ? 300 : 1) * 24 * 60 * 60 * 1000)
  const role = newId()
  const grants = { 'newsroom.enter': 'any', 'article.read': 'any', 'article.create': 'any' }
  await inDatabase(
    `INSERT INTO "Role" (id, name, grants, "needsSecondFactor", "graceDays", "secondFactorSince", "createdAt")
     VALUES ($1, $2, $3, $4, 7, $5, $5)`,
    [role, `Sub-editor ${role}`, JSON.stringify(grants), as !== 'pending', since],
  )
  const person = await addPerson('Lena Marsh', role, since)
  if (as !== 'pending') return beginSession(page, person)
  await inDatabase(
    `INSERT INTO "TotpSecret" ("personId", sealed, "confirmedAt", "createdAt") VALUES ($1, 'sealed', now(), now())`,
    [person.id],
  )
  await inDatabase(`INSERT INTO "RecoveryCode" (id, "personId", "codeHash", "createdAt") VALUES ($1, $2, $3, now())`, [
    newId(),
    person.id,
    newId(),
  ])
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/login/second-factor?**')
}

const press = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click()
}

/** A dialog that asks the server what it says has done so. */
const settled = async (page: Page) => {
  await page.getByRole('dialog').waitFor()
  await page.waitForLoadState('networkidle')
}

/** Every screen, by the name of its picture. @param ids of the things that some of them are about */
export function scenes({ webhookId, personId, bylineId }: SceneIds): Record<string, Scene> {
  const lookUp = async (page: Page, address: string) => {
    await page.getByLabel('E-mail address of the reader').fill(address)
    await page.getByRole('button', { name: 'Show what we have' }).click()
    await page.getByText(`of ${address}`).waitFor()
  }
  const menu = (item: string) => async (page: Page) => {
    await page
      .getByRole('button', { name: /^What to do with/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: item }).click()
    await settled(page)
  }
  return {
    privacy: { path: '/admin/privacy' },
    'privacy-reader': { path: '/admin/privacy', open: (page) => lookUp(page, READER) },
    'privacy-nothing': { path: '/admin/privacy', open: (page) => lookUp(page, 'nobody@elsewhere.example') },
    'privacy-erase': {
      path: '/admin/privacy',
      open: async (page) => {
        await lookUp(page, READER)
        await press(/^Erase/)(page)
      },
    },
    'byline-merge': {
      path: `/desk/bylines/${bylineId}`,
      open: async (page) => {
        await press('Merge into another')(page)
        await page.getByLabel('Merge into').fill('Tamsin')
        await page.getByRole('option', { name: /Tamsin/ }).click()
        await page.getByText('This cannot be undone').waitFor()
      },
    },
    'sign-in-settings': { path: '/admin/settings/sign-in' },
    'second-factor-asked': { path: '', as: 'pending' },
    'second-factor-due': { path: '/desk/notices', as: 'soon' },
    'second-factor-overdue': { path: '/desk/account/second-factor', as: 'late' },
    account: { path: '/desk/account' },
    'account-app': { path: '/desk/account', as: 'soon', open: press(/^Set up an app/) },
    'account-passkey': { path: '/desk/account', as: 'soon', open: press('Add a passkey') },
    people: { path: '/admin/people' },
    'people-nobody': { path: '/admin/people?words=zzz' },
    'people-chosen': {
      path: '/admin/people',
      open: (page) => page.getByLabel('All invitations on this page').check(),
    },
    'people-invite': { path: '/admin/people', open: press('Invite somebody') },
    person: { path: `/admin/people/${personId}` },
    'person-leaving': { path: `/admin/people/${personId}`, open: menu('Deactivate') },
    'person-role': { path: `/admin/people/${personId}`, open: menu('Change role') },
    'invite-many': { path: '/admin/people/invite' },
    'invite-many-checked': {
      path: '/admin/people/invite',
      open: async (page) => {
        await page
          .getByRole('textbox', { name: 'The list' })
          .fill(
            'Name;E-mail;Role;Desk\nAda Park;ada.park@paper.example;Reporter;News\nTom Rell;tom@;Chief;News\nJo Lind;jo.lind@paper.example;Editor;Nowhere\nAda Again;ada.park@paper.example;Reporter;News',
          )
        await press('Look at the list')(page)
        await page.getByText(/to mend/).waitFor()
      },
    },
    roles: { path: '/admin/roles' },
    role: { path: '/admin/roles/EDITOR' },
    'role-preview': {
      path: '/admin/roles/REPORTER',
      open: async (page) => {
        const right = page.getByRole('radiogroup', { name: 'Publish articles', exact: true })
        await right.getByRole('radio', { name: 'Everywhere' }).check()
        await press('See what changes')(page)
      },
    },
    tokens: { path: '/admin/tokens' },
    'token-new': { path: '/admin/tokens', open: press('New token') },
    'token-made': {
      path: '/admin/tokens',
      open: async (page) => {
        await press('New token')(page)
        await page.getByLabel('Name').fill('The app for phones')
        await press('Make the token')(page)
        await page.getByText('The new token').waitFor()
      },
    },
    webhooks: { path: '/admin/tokens/webhooks' },
    'webhook-new': { path: '/admin/tokens/webhooks', open: press('New webhook') },
    webhook: { path: `/admin/tokens/webhooks/${webhookId}` },
    audit: { path: '/admin/audit' },
    'audit-nothing': { path: '/admin/audit?from=1999-01-01&to=1999-01-02' },
  }
}
