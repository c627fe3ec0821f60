import type { PublicPicture } from '@/lib/articles/public-article'
import { pictureSet, pictureSource } from '@/lib/document/picture-source'

type PictureProps = {
  picture: PublicPicture & { folder?: string }
  /** How wide it is drawn, as `sizes` says it. */
  sizes: string
  /** Beside a headline that links to the same place, a picture is an ornament to whoever hears the page. */
  isOrnament?: boolean
  /** The first picture of a page is fetched at once. */
  isFirst?: boolean
}

export function Picture({ picture, sizes, isOrnament, isFirst }: PictureProps) {
  const source = pictureSource(picture)
  if (source === null) return null
  return (
    <img
      src={source}
      srcSet={pictureSet(picture)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={isOrnament ? '' : picture.alt}
      loading={isFirst ? 'eager' : 'lazy'}
      fetchPriority={isFirst ? 'high' : undefined}
      decoding="async"
    />
  )
}
