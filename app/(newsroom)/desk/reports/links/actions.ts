'use server'

import { action } from '@/lib/http/action'
import { checkLinkAgain } from '@/lib/outside-links/check-link-again'
import { ignoreLink } from '@/lib/outside-links/ignore-link'
import { LinkInArticle } from '@/lib/outside-links/link-in-article'
import { pointLinkToArchive } from '@/lib/outside-links/point-link-to-archive'
import { turnLinkIntoText } from '@/lib/outside-links/turn-link-into-text'

export const turnIntoText = action({ permission: 'article.edit', input: LinkInArticle }, turnLinkIntoText)

export const pointToArchive = action({ permission: 'article.edit', input: LinkInArticle }, pointLinkToArchive)

export const checkAgain = action({ permission: 'article.edit', input: LinkInArticle }, checkLinkAgain)

export const ignore = action({ permission: 'article.edit', input: LinkInArticle }, ignoreLink)
