import { cache } from 'react'
import { listSections } from '@/lib/articles/readers'
import { readSettings } from '@/lib/settings/settings'

/** What every page prints around itself, read once for each page. */
export const readPaper = cache(async () => {
  const [settings, sections] = await Promise.all([readSettings(), listSections()])
  return { settings, sections: sections.filter(({ parentId }) => parentId === null) }
})
