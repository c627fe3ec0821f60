import { request } from '@/components/editor/api/request'
import { sendFile } from '@/components/editor/api/send-file'
import type { ListedFile } from '@/lib/claims/listed-files'

type Sending = { eventId: string; file: File; onProgress: (share: number) => void; signal: AbortSignal }

/**
 * Sends a file that shows what was said, to be kept behind an event.
 * @param onProgress how much has left this machine, 0 to 1
 * @throws RequestFailed with a sentence for the person, also when the signal stops it
 */
export function sendEvidenceFile({ eventId, ...sending }: Sending): Promise<ListedFile> {
  return sendFile({ address: `/api/claims/events/${eventId}/files`, ...sending })
}

export async function removeEvidenceFile(id: string): Promise<void> {
  await request(`/api/claims/files/${id}`, { method: 'DELETE' })
}
