import { failureOf, RequestFailed, request } from '@/components/editor/api/request'
import type { ListedFile } from '@/lib/claims/listed-files'

type Sending = { eventId: string; file: File; onProgress: (share: number) => void; signal: AbortSignal }

/**
 * Sends a file that shows what was said, to be kept behind an event.
 * @param onProgress how much has left this machine, 0 to 1
 * @throws RequestFailed with a sentence for the person, also when the signal stops it
 */
export function sendEvidenceFile({ eventId, file, onProgress, signal }: Sending): Promise<ListedFile> {
  // fetch does not say how much of a body has been sent.
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('file', file)
    const sending = new XMLHttpRequest()
    sending.open('POST', `/api/claims/events/${eventId}/files`)
    sending.responseType = 'json'
    sending.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onProgress(event.loaded / event.total),
    )
    sending.addEventListener('load', () => {
      if (sending.status >= 200 && sending.status < 300) resolve(sending.response as ListedFile)
      else reject(failureOf(sending.status, sending.response))
    })
    sending.addEventListener('error', () => reject(new RequestFailed(0, 'The connection was lost. Try again.')))
    sending.addEventListener('abort', () => reject(new RequestFailed(0, 'This was stopped.')))
    signal.addEventListener('abort', () => sending.abort())
    sending.send(form)
  })
}

export async function removeEvidenceFile(id: string): Promise<void> {
  await request(`/api/claims/files/${id}`, { method: 'DELETE' })
}
