import { cache } from 'react'
import { listSections } from '@/lib/articles/readers'
import { readLook } from '@/lib/look/look'
import { readMenus } from '@/lib/menus/readers'
import { readSettings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

/** What every page prints around itself, read once for each page. */
export const readPaper = cache(async () => {
  const reading = readSettings()
  const [settings, sections, look, menus] = await Promise.all([
    reading,
    listSections(),
    readLook(),
    readMenus(reading.then(({ language }) => language)),
  ])
  return {
    settings,
    words: wordsFor(settings.language),
    look,
    menus,
    sections: sections.filter(({ parentId }) => parentId === null),
  }
})
