import { alerts } from './ar/alerts'
import { article } from './ar/article'
import { claims } from './ar/claims'
import { corrections } from './ar/corrections'
import { document } from './ar/document'
import { frame } from './ar/frame'
import { front } from './ar/front'
import { lists } from './ar/lists'
import { newsletters } from './ar/newsletters'
import { notices } from './ar/notices'
import { preview } from './ar/preview'
import { question } from './ar/question'
import { replies } from './ar/replies'
import { republish } from './ar/republish'
import { search } from './ar/search'
import type { SiteWords } from './en'
import type { Numbers } from './numbers'

/** Arabic, as papers write it. */
export const arabic = (numbers: Numbers): SiteWords => ({
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
