import { STATE_WORDS } from '@/components/newsroom/state-words'
import type { ComboboxItem } from '@/components/ui/combobox.client'
import { searchArticles } from '../api/articles'

/** Articles as a combobox offers them, found as somebody types. @param ownId the article that is not offered to itself */
export async function findArticleItems(words: string, ownId: string, signal: AbortSignal): Promise<ComboboxItem[]> {
  const found = await searchArticles(words, signal)
  return found
    .filter(({ id }) => id !== ownId)
    .map(({ id, headline, state, isPublic, sectionName }) => ({
      id,
      label: headline.trim() || 'Without a headline',
      detail: [isPublic ? null : 'Not public yet', STATE_WORDS[state].name, sectionName].filter(Boolean).join(' · '),
    }))
}
