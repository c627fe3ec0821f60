import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isId } from '../document/addresses'

/** Widths in pixels of the renditions that a picture gets, as far as it is that wide itself. */
export const RENDITION_WIDTHS = [320, 640, 960, 1440, 2048] as const

const RENDITION = /^w(\d{2,4})\.webp$/

/** The name of a rendition in addresses and on disk: "w640.webp". */
function renditionName(width: number): string {
  return `w${width}.webp`
}

/** Writes all renditions of a picture, or none: they become visible under its id in one step. */
export async function writeRenditions(mediaId: string, renditions: ReadonlyMap<number, Buffer>): Promise<void> {
  const folder = folderOf(mediaId)
  const unfinished = `${folder}.unfinished`
  await mkdir(unfinished, { recursive: true })
  for (const [width, bytes] of renditions) await writeFile(path.join(unfinished, renditionName(width)), bytes)
  await rename(unfinished, folder)
}

/** For when the row could not be written after the files. */
export async function removeRenditions(mediaId: string): Promise<void> {
  await rm(folderOf(mediaId), { recursive: true, force: true })
}

/** The bytes of a rendition, or null when there is none. The name is checked, so it can never leave the folder. */
export async function readRendition(mediaId: string, name: string): Promise<Buffer | null> {
  if (!isId(mediaId) || !RENDITION.test(name)) return null
  try {
    return await readFile(path.join(folderOf(mediaId), name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function folderOf(mediaId: string): string {
  return path.join(
    /* turbopackIgnore: true */ process.env.MEDIA_DIR ?? path.join(process.cwd(), '.data', 'media'),
    mediaId,
  )
}
