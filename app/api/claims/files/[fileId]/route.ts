import { z } from 'zod'
import { assertSamePerson } from '@/app/api/documents/[id]/same-person'
import { readEvidenceFile } from '@/lib/claims/read-evidence-file'
import { removeEvidenceFile } from '@/lib/claims/remove-evidence-file'
import { isId } from '@/lib/document/addresses'
import { attachment } from '@/lib/http/attachment'
import { route } from '@/lib/http/route'
import { attachmentPolicy } from '@/lib/reader-cache/security-headers'

const params = z.object({ fileId: z.string().refine(isId, 'This is not an id.') })

/** Whatever it is: bytes that a browser saves and does not open. What we took it for when it came decides nothing here. */
export const GET = route({ permission: 'claim.read', params }, async ({ actor, params: { fileId } }) => {
  const { name, bytes } = await readEvidenceFile(actor, { id: fileId })
  return new Response(bytes, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(name),
      'Content-Security-Policy': attachmentPolicy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
})

export const DELETE = route({ permission: 'claim.mark', params }, async ({ actor, params: { fileId }, request }) => {
  assertSamePerson(actor, request.headers)
  await removeEvidenceFile(actor, { id: fileId })
  return {}
})
