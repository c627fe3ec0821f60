import { alerts } from './en/alerts'
import { article } from './en/article'
import { claims } from './en/claims'
import { corrections } from './en/corrections'
import { document } from './en/document'
import { frame } from './en/frame'
import { front } from './en/front'
import { lists } from './en/lists'
import { newsletters } from './en/newsletters'
import { notices } from './en/notices'
import { preview } from './en/preview'
import { question } from './en/question'
import { replies } from './en/replies'
import { republish } from './en/republish'
import { search } from './en/search'
import type { Numbers } from './numbers'

/** English, which is the measure: what another language lacks, or has beyond this, does not compile. */
export const english = (numbers: Numbers) => ({
  alerts,
  article: article(numbers),
  claims: claims(numbers),
  corrections,
  document: document(numbers),
  frame,
  front,
  lists: lists(numbers),
  newsletters: newsletters(numbers),
  notices,
  preview: preview(numbers),
  question: question(numbers),
  replies,
  republish,
  search,
})

export type SiteWords = ReturnType<typeof english>
