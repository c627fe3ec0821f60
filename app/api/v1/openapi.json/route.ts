import { describeApi } from '@/lib/api/describe-api'
import { DESCRIBE } from '@/lib/api/operations'
import { env } from '@/lib/env'
import { apiRoute } from '@/lib/http/api-route'
import { readSettings } from '@/lib/settings/settings'

export const GET = apiRoute(DESCRIBE, async () => describeApi(env().SITE_URL, (await readSettings()).name))
