import { cache } from 'react'
import { listSections } from '@/lib/articles/readers'
import { readLook } from '@/lib/look/look'
import { readSettings } from '@/lib/settings/settings'

/** What every page prints around itself, read once for each page. */
export const readPaper = cache(async () => {
  const [settings, sections, look] = await Promise.all([readSettings(), listSections(), readLook()])
  return { settings, look, sections: sections.filter(({ parentId }) => parentId === null) }
})
