import { anArticleOn, publishOn } from '@/tests/support/articles-in-browser'
import { axeOn } from '@/tests/support/axe'
import { expect, type Page, test } from '@/tests/support/browser-test'
import { readMore } from '@/tests/support/documents'
import { beSignedIn } from '@/tests/support/sign-in'

async function expectAccessible(page: Page): Promise<void> {
  expect((await axeOn(page).analyze()).violations).toEqual([])
}

test('an editor puts a word right and says so: below the article, on the page of corrections, on cards and on the desk', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const name = crypto.randomUUID().slice(0, 8)
  const id = await anArticleOn(page, `Bridge ${name}`, 'It has five arches.')
  const path = await publishOn(page, id)
  const pointing = await anArticleOn(page, `Harbour ${name}`, 'A view of the bridge.', readMore(id))
  const pointingPath = await publishOn(page, pointing)

  await page.goto(`/desk/articles/${id}`)
  const words = page.getByRole('textbox', { name: 'Article text' }).getByText('It has five arches.')
  await words.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Three, in truth.')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish the changes?' })
  const kind = dialog.getByRole('combobox', { name: 'Note to readers' })
  await expect(kind).toHaveValue('')
  await kind.selectOption('Correction')
  const told = dialog.getByRole('textbox', { name: 'What readers are told' })
  await told.fill('Short')
  await dialog.getByRole('button', { name: 'Publish changes' }).click()
  await expect(dialog.getByText('Tell readers in at least 10 characters.')).toBeVisible()
  await expect(told).toBeFocused()
  const text = `An earlier version gave the bridge ${name} five arches. It has three.`
  await told.fill(text)
  await expectAccessible(page)

  // A dialog that was closed by mistake has lost nothing, and the one that asks for a time has it, too.
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(told).toHaveValue(text)
  await dialog.getByRole('button', { name: 'Schedule…' }).click()
  const schedule = page.getByRole('dialog', { name: 'Schedule the changes' })
  await expect(schedule.getByRole('textbox', { name: 'What readers are told' })).toHaveValue(text)
  await schedule.getByRole('button', { name: 'Not yet' }).click()
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await dialog.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByRole('dialog', { name: 'Published' })).toBeVisible()

  await page.goto(path)
  const notes = page.getByRole('region', { name: 'Corrections and clarifications' })
  await expect(notes.getByRole('listitem')).toHaveText([new RegExp(`^Correction .*${text}$`)])
  await expectAccessible(page)
  // That it was corrected says that it is another: nothing else says so, too.
  await expect(page.getByText(/^Updated /)).toHaveCount(0)
  await page.getByRole('link', { name: /^Corrected / }).click()
  await expect(notes).toBeInViewport()

  await page.goto('/corrections')
  const entry = page.getByRole('main').getByRole('listitem').filter({ hasText: text })
  await entry.getByRole('link', { name: `Bridge ${name}` }).click()
  await expect(page).toHaveURL(new RegExp(`${path}#note-`))
  await page.goto(pointingPath)
  await expect(page.getByRole('complementary', { name: new RegExp(`Bridge ${name}`) })).toContainText('Corrected')

  await page.goto(`/desk/articles?q=${name}`)
  await expect(page.getByText(`Links to “Bridge ${name}”, which was corrected`).first()).toBeVisible()
  await page.goto(`/desk/articles/${pointing}`)
  await page.getByRole('tab', { name: /^Links/ }).click()
  const look = page.getByRole('region', { name: 'Wants a look' })
  await expect(look).toContainText('was corrected')
  await look.getByRole('button', { name: 'Leave it' }).click()
  await expect(look).toHaveCount(0)
})

test('an article that is taken back stays at its address, under a notice, without a word of it changed', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  await page.setViewportSize({ width: 390, height: 844 })
  const name = crypto.randomUUID().slice(0, 8)
  const id = await anArticleOn(page, `Comet ${name}`, 'It will be seen tonight.')
  const path = await publishOn(page, id)
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Correction or note to readers…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Publish the changes?' })
  await expect(dialog.getByRole('combobox', { name: 'Note to readers' })).toHaveValue('CORRECTION')
  await dialog.getByRole('combobox', { name: 'Note to readers' }).selectOption('Retraction')
  await dialog.getByRole('textbox', { name: 'What readers are told' }).fill('There is no comet. We were taken in.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByRole('dialog', { name: 'Published' })).toBeVisible()
  await page.goto(path)
  const notice = page.getByRole('note').filter({ hasText: 'does not stand by this article any more' })
  await expect(notice).toContainText('There is no comet. We were taken in.')
  await expect(page.getByText('It will be seen tonight.')).toBeVisible()
  const heading = page.getByRole('heading', { level: 1 })
  expect((await notice.boundingBox())?.y).toBeLessThan((await heading.boundingBox())?.y ?? 0)
  await expectAccessible(page)
  await page.goto('/')
  await expect(
    page
      .getByRole('article')
      .filter({ hasText: `Comet ${name}` })
      .first(),
  ).toContainText('Retracted')
})

test('a note that was written for a time is there when the time is changed, called off, or it goes out at once', async ({
  page,
}) => {
  await beSignedIn(page, 'EDITOR')
  const name = crypto.randomUUID().slice(0, 8)
  const id = await anArticleOn(page, `Ferry ${name}`, 'It sails at noon.')
  const path = await publishOn(page, id)
  await page.goto(`/desk/articles/${id}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Correction or note to readers…' }).click()
  const publish = page.getByRole('dialog', { name: 'Publish the changes?' })
  const text = `The ferry ${name} sails at one.`
  await publish.getByRole('textbox', { name: 'What readers are told' }).fill(text)
  await publish.getByRole('button', { name: 'Schedule…' }).click()
  const schedule = page.getByRole('dialog', { name: 'Schedule the changes' })
  await schedule.getByLabel('Day and time').fill('2036-05-04T09:30')
  await schedule.getByRole('button', { name: 'Schedule', exact: true }).click()
  await page.getByRole('dialog', { name: 'Scheduled' }).getByRole('button', { name: 'Done' }).click()

  // Another day, another browser window: what is not in this page any more comes from the server.
  await page.reload()
  await page.getByRole('tab', { name: 'Workflow' }).click()
  const box = page.getByRole('region', { name: 'Schedule' })
  await expect(box).toContainText(`With a note to readers, correction: “${text}”`)
  await box.getByRole('button', { name: 'Change the time…' }).click()
  await expect(schedule.getByRole('textbox', { name: 'What readers are told' })).toHaveValue(text)
  await expectAccessible(page)
  await schedule.getByRole('button', { name: 'Not yet' }).click()

  await box.getByRole('button', { name: 'Take off the schedule…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take off the schedule' }).click()
  await expect(box).toContainText(`A note to readers waits for the next publication, correction: “${text}”`)
  await page.reload()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Correction or note to readers…' }).click()
  await expect(publish.getByRole('textbox', { name: 'What readers are told' })).toHaveValue(text)
  await publish.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.getByRole('dialog', { name: 'Published' })).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole('region', { name: 'Corrections and clarifications' })).toContainText(text)
})
