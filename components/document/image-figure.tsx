import { pictureSet, pictureSource } from '@/lib/document/picture-source'
import { Caption } from './caption'
import type { NodeProps } from './printing'

export function ImageFigure({ node, printing }: NodeProps) {
  const { mediaId, alt, isDecorative, caption, credit } = node.attrs
  const picture = printing.resolved.pictures.get(mediaId)
  const source = picture && pictureSource(picture)
  if (!picture || !source) return null
  return (
    <figure className="picture">
      <img
        src={source}
        srcSet={pictureSet(picture)}
        sizes="(min-width: 44rem) 42rem, 100vw"
        width={picture.width}
        height={picture.height}
        alt={isDecorative ? '' : alt}
        loading="lazy"
        decoding="async"
      />
      <Caption caption={caption} credit={credit} />
    </figure>
  )
}
