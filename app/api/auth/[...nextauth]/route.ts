import { z } from 'zod'
import { answerAuth } from '@/lib/auth/answer-auth'
import { route } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

const Path = z.object({ nextauth: z.array(z.string().max(40)).min(1).max(2) })
const Form = z.record(z.string(), z.string())

export const GET = route({ permission: 'anyone', params: Path }, ({ request, params }) =>
  answerAuth(request, params.nextauth),
)

export const POST = route(
  { permission: 'anyone', params: Path, body: Form, bodyIs: 'form', mostBytes: 20_000, acceptsOtherOrigins: true },
  ({ request, params, body }) => answerAuth(request, params.nextauth, body),
)
