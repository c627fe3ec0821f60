/** Where renditions of a picture lie, and how wide each is. */
export type Picture = {
  id: string
  widths: readonly number[]
  /** Where they lie; for those of a draft that is shown by secret link, at an address that only its holder has. */
  folder?: string
}

/** The width that is fetched by whoever knows nothing of `srcset`, where the picture has it. */
const ORDINARY_WIDTH = 960

/** The path of one rendition. */
export function renditionPath({ id, folder = '/media' }: Picture, width: number): string {
  return `${folder}/${id}/w${width}.webp`
}

/** The rendition to print as `src`: the widest up to 960 pixels, else the narrowest. Null when there is none. */
export function pictureSource(picture: Picture): string | null {
  const widths = picture.widths.toSorted((a, b) => a - b)
  const width = widths.findLast((candidate) => candidate <= ORDINARY_WIDTH) ?? widths[0]
  return width === undefined ? null : renditionPath(picture, width)
}

/** All renditions, as `srcset` wants them. */
export function pictureSet(picture: Picture): string {
  return picture.widths
    .toSorted((a, b) => a - b)
    .map((width) => `${renditionPath(picture, width)} ${width}w`)
    .join(', ')
}

/** The widest rendition, for cards elsewhere. Null when there is none. */
export function widestSource(picture: Picture): string | null {
  return picture.widths.length === 0 ? null : renditionPath(picture, Math.max(...picture.widths))
}
