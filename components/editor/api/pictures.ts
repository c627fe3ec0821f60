import { RequestFailed, request } from './request'
import { sendFile } from './send-file'

export type StoredPicture = { id: string; width: number; height: number; widths: number[] }
export type ListedPicture = StoredPicture & { fileName: string; alt: string; caption: string; credit: string }

/** As the server does; here it saves the wait of an upload that would be refused. */
const PICTURE_BYTES_MOST = 25_000_000
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']

/**
 * Sends a picture to the newsroom's shelf.
 * @param onProgress how much has left this machine, 0 to 1
 * @throws RequestFailed with a sentence for the person
 */
export async function uploadPicture(file: File, onProgress: (share: number) => void): Promise<StoredPicture> {
  if (file.size > PICTURE_BYTES_MOST)
    throw new RequestFailed(413, 'This picture has more than 25 MB. Save it smaller and try again.')
  return sendFile({ address: '/api/media', file, onProgress })
}

/** The newsroom's pictures, newest first. */
export function listPictures(cursor?: string): Promise<{ pictures: ListedPicture[]; nextCursor: string | null }> {
  return request(`/api/media${cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`}`)
}

/** Where a width of a picture is; the narrowest when its widths are not known. */
export function pictureSource(id: string, width = 640): string {
  return `/media/${id}/w${width}.webp`
}
