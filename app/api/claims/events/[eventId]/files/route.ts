import { z } from 'zod'
import { assertSamePerson } from '@/app/api/documents/[id]/same-person'
import { EVIDENCE_BYTES_MOST } from '@/lib/claims/evidence-limits'
import { keepEvidenceFile } from '@/lib/claims/keep-evidence-file'
import { isId } from '@/lib/document/addresses'
import { route } from '@/lib/http/route'

const FORM_OVERHEAD_BYTES = 10_000

export const POST = route(
  {
    permission: 'claim.mark',
    params: z.object({ eventId: z.string().refine(isId, 'This is not an id.') }),
    body: z.strictObject({ file: z.instanceof(File, { message: 'Choose a file first.' }) }),
    bodyIs: 'form',
    mostBytes: EVIDENCE_BYTES_MOST + FORM_OVERHEAD_BYTES,
  },
  async ({ actor, params: { eventId }, body: { file }, request }) => {
    assertSamePerson(actor, request.headers)
    return keepEvidenceFile(actor, { eventId, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  },
)
