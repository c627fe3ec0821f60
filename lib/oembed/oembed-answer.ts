import { bylinePath } from '../articles/paths'
import type { PublicArticle } from '../articles/readers'
import { widestSource } from '../document/picture-source'
import type { Settings } from '../settings/paper-settings'
import { wordsFor } from '../site-words/words-for'

/** The most that whoever asks has room for, in pixels. */
export type Room = { width: number; height: number }

export type OembedAnswer = Record<string, string | number>

/**
 * What another site prints of an article that somebody links to (oembed.com, 2.3.4, type `link`). A link and no HTML: a page that takes in HTML of
 * others has to trust them, and who does not shows nothing.
 * @param origin scheme, host and port of the site
 */
export function oembedAnswer(
  article: PublicArticle,
  { name, language }: Settings,
  origin: string,
  room: Room,
): OembedAnswer {
  const [author] = article.bylines
  return {
    version: '1.0',
    type: 'link',
    title: article.metadata.socialHeadline || article.headline,
    url: origin + article.path,
    ...(author === undefined
      ? {}
      : {
          author_name: article.bylines.map((byline) => byline.name).join(wordsFor(language).article.betweenNames),
          author_url: origin + bylinePath(author.slug),
        }),
    provider_name: name,
    provider_url: `${origin}/`,
    ...thumbnail(article, origin, room),
  }
}

/** The widest rendition that there is room for, or none: the format forbids a wider one. */
function thumbnail({ picture }: PublicArticle, origin: string, room: Room): OembedAnswer {
  if (picture === null) return {}
  const heightOf = (width: number) => Math.round((picture.height * width) / picture.width)
  const widths = picture.widths.filter((width) => width <= room.width && heightOf(width) <= room.height)
  const source = widestSource({ ...picture, widths })
  if (source === null) return {}
  const width = Math.max(...widths)
  return { thumbnail_url: origin + source, thumbnail_width: width, thumbnail_height: heightOf(width) }
}
