import { env } from '@/lib/env'
import { OEMBED_FORMATS } from '@/lib/oembed/print-oembed'

type PageHeadProps = {
  /** Without the paper's name. */
  title: string
  /** The same for cards on social networks, where it has words of its own. */
  socialTitle?: string
  paper: string
  description?: string
  /** This page's own path. */
  path: string
  /** Where the text comes from, when it is another publisher's. */
  canonical?: string
  type?: 'website' | 'article'
  picture?: { path: string; alt: string; width: number; height: number } | null
  article?: { publishedAt: Date; updatedAt: Date | null; section: string; authors: string[]; topics: string[] }
  /** Paths of the pages before and after this one, where it is one of several. */
  neighbours?: { previous: string | null; next: string | null }
  /** Of a page that has feeds of its own: what they are about, and the path that they stand below. */
  feed?: { path: string; title: string }
  /** Whether other sites may ask for a card of the page. */
  isEmbeddable?: boolean
  isIndexed?: boolean
}

const FEEDS = [
  { type: 'application/rss+xml', file: 'feed.xml' },
  { type: 'application/atom+xml', file: 'atom.xml' },
  { type: 'application/feed+json', file: 'feed.json' },
]

/** What a page says to machines in its head. Tags, not Next's metadata: that may arrive after the head has been sent. */
export function PageHead({
  title,
  socialTitle = title,
  paper,
  description,
  path,
  canonical,
  type,
  picture,
  article,
  neighbours,
  feed,
  isEmbeddable,
  isIndexed,
}: PageHeadProps) {
  const origin = env().SITE_URL
  return (
    <>
      <title>{title === paper ? title : `${title} | ${paper}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      {isIndexed === false ? (
        <meta name="robots" content="noindex" />
      ) : (
        <link rel="canonical" href={canonical ?? origin + path} />
      )}
      <meta property="og:site_name" content={paper} />
      <meta property="og:title" content={socialTitle} />
      <meta property="og:type" content={type ?? 'website'} />
      <meta property="og:url" content={origin + path} />
      {description ? <meta property="og:description" content={description} /> : null}
      {picture ? (
        <>
          <meta property="og:image" content={origin + picture.path} />
          <meta property="og:image:width" content={String(picture.width)} />
          <meta property="og:image:height" content={String(picture.height)} />
          <meta property="og:image:alt" content={picture.alt} />
        </>
      ) : null}
      <meta name="twitter:title" content={socialTitle} />
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
      {neighbours?.previous ? <link rel="prev" href={origin + neighbours.previous} /> : null}
      {neighbours?.next ? <link rel="next" href={origin + neighbours.next} /> : null}
      {article ? <ArticleTags {...article} /> : null}
      {isEmbeddable ? <OembedLinks address={origin + path} title={title} /> : null}
      {FEEDS.map(({ type, file }) => (
        <link
          key={file}
          rel="alternate"
          type={type}
          title={feed?.title ?? paper}
          href={`${origin}${feed?.path ?? ''}/${file}`}
        />
      ))}
    </>
  )
}

function ArticleTags({ publishedAt, updatedAt, section, authors, topics }: NonNullable<PageHeadProps['article']>) {
  return (
    <>
      <meta property="article:published_time" content={publishedAt.toISOString()} />
      {updatedAt === null ? null : <meta property="article:modified_time" content={updatedAt.toISOString()} />}
      <meta property="article:section" content={section} />
      {authors.map((author) => (
        <meta key={author} property="article:author" content={author} />
      ))}
      {topics.map((topic) => (
        <meta key={topic} property="article:tag" content={topic} />
      ))}
    </>
  )
}

/** Where other sites find what to print of the page (oembed.com, section 4). */
function OembedLinks({ address, title }: { address: string; title: string }) {
  return (['json', 'xml'] as const).map((format) => (
    <link
      key={format}
      rel="alternate"
      type={`${OEMBED_FORMATS[format].type}+oembed`}
      title={title}
      href={`${env().SITE_URL}/oembed?${new URLSearchParams({ url: address, format })}`}
    />
  ))
}
