import { route } from '@/lib/http/route'
import { listKeptTemplates } from '@/lib/templates/readers'

export const GET = route({ permission: 'template.edit' }, async ({ actor }) => ({
  templates: await listKeptTemplates(actor),
}))
