import type { Logo } from './look'

/** What an image element of a logo says: where it lies, and its size in pixels. */
export type LogoImage = { src: string; width: number; height: number }

/** Twice as high as the highest masthead draws it: sharp on every screen. */
const HEIGHT_ENOUGH = 180

/** The narrowest rendition that is sharp in every masthead; null where there is none. */
export function mastheadLogo(logo: Logo): LogoImage | null {
  const sizes = imagesOf(logo)
  return sizes.find(({ height }) => height >= HEIGHT_ENOUGH) ?? sizes.at(-1) ?? null
}

/** The widest rendition, for machines; null where there is none. */
export function widestLogo(logo: Logo): LogoImage | null {
  return imagesOf(logo).at(-1) ?? null
}

function imagesOf({ id, width, height, widths }: Logo): LogoImage[] {
  return widths
    .toSorted((a, b) => a - b)
    .map((each) => ({ src: `/media/${id}/w${each}.webp`, width: each, height: Math.round((height * each) / width) }))
}
