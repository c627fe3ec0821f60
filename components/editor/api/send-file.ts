import { failureOf, RequestFailed } from './request'

type Sending = {
  /** Where to: "/api/media" */
  address: string
  file: File
  /** How much has left this machine, 0 to 1. */
  onProgress: (share: number) => void
  /** Stops it. */
  signal?: AbortSignal
}

/**
 * Sends a file in a form, and says meanwhile how far it has come.
 * @throws RequestFailed with a sentence for the person, also when the signal stops it
 */
export function sendFile<Answer>({ address, file, onProgress, signal }: Sending): Promise<Answer> {
  // fetch does not say how much of a body has been sent.
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('file', file)
    const sending = new XMLHttpRequest()
    sending.open('POST', address)
    sending.responseType = 'json'
    sending.upload.addEventListener(
      'progress',
      (event) => event.lengthComputable && onProgress(event.loaded / event.total),
    )
    sending.addEventListener('load', () => {
      if (sending.status >= 200 && sending.status < 300) resolve(sending.response as Answer)
      else reject(failureOf(sending.status, sending.response))
    })
    sending.addEventListener('error', () => reject(new RequestFailed(0, 'The connection was lost. Try again.')))
    sending.addEventListener('abort', () => reject(new RequestFailed(0, 'This was stopped.')))
    signal?.addEventListener('abort', () => sending.abort())
    sending.send(form)
  })
}
