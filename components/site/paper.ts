import { cache } from 'react'
import { listSections } from '@/lib/articles/readers'
import { readLook } from '@/lib/look/look'
import { readMenus } from '@/lib/menus/readers'
import { readSettings } from '@/lib/settings/settings'
import { wordsFor } from '@/lib/site-words/words-for'

/** What every page prints around itself, read once for each page. */
export const readPaper = cache(async () => {
  const reading = readSettings()
  const listing = listSections()
  const language = reading.then((settings) => settings.language)
  const [settings, sections, look, menus] = await Promise.all([
    reading,
    listing,
    readLook(),
    readMenus(language, listing),
  ])
  return {
    settings,
    words: wordsFor(settings.language),
    look,
    menus,
    sections: sections.filter(({ parentId }) => parentId === null),
  }
})
