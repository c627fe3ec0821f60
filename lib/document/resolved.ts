import type { Node } from 'prosemirror-model'
import type { SeenPost } from './post-fate'

/** What an output needs to know of an article that a document points at. Only public articles have one. */
export type LinkedArticle = {
  id: string
  /** "/section/slug" */
  path: string
  headline: string
  kicker: string
  trailText: string
  sectionName: string
  /** First publication, ISO 8601. */
  publishedAt: string
  /** When readers got another edition than the first, ISO 8601; null while they have the first. */
  updatedAt: string | null
  /** That it was corrected, or is retracted, and since when, ISO 8601. */
  corrected: { as: 'CORRECTION' | 'RETRACTION'; at: string } | null
  /** What it covers goes on. */
  isLive: boolean
  picture: { id: string; alt: string; widths: number[] } | null
}

export type LinkedNewsletter = { id: string; slug: string; name: string; description: string; frequency: string }

type LinkedPicture = { id: string; width: number; height: number; widths: number[]; folder?: string }

/**
 * Everything that a document points at, fetched before printing so that printing is pure.
 * What is missing here is not public, and prints as plain words or not at all.
 */
export type Resolved = {
  articles: ReadonlyMap<string, LinkedArticle>
  newsletters: ReadonlyMap<string, LinkedNewsletter>
  pictures: ReadonlyMap<string, LinkedPicture>
  /** The originals of quoted posts, by address. */
  posts: ReadonlyMap<string, SeenPost>
}

export type References = { articleIds: string[]; newsletterIds: string[]; mediaIds: string[]; postUrls: string[] }

/** The ids that a document points at, each once, in order of appearance. */
export function referencesOf(document: Node): References {
  const articles = new Set<string>()
  const newsletters = new Set<string>()
  const media = new Set<string>()
  const posts = new Set<string>()
  document.descendants((node) => {
    if (node.type.name === 'readMore' && node.attrs.articleId) articles.add(node.attrs.articleId)
    if (node.type.name === 'related') for (const id of node.attrs.articleIds) articles.add(id)
    if (node.type.name === 'newsletterSignUp' && node.attrs.newsletterId) newsletters.add(node.attrs.newsletterId)
    if (node.type.name === 'socialPost' && node.attrs.url) posts.add(node.attrs.url)
    if (node.type.name === 'image' && node.attrs.mediaId) media.add(node.attrs.mediaId)
    for (const mark of node.marks)
      if (mark.type.name === 'link' && mark.attrs.articleId) articles.add(mark.attrs.articleId)
  })
  return { articleIds: [...articles], newsletterIds: [...newsletters], mediaIds: [...media], postUrls: [...posts] }
}
