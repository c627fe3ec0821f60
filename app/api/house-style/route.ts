import { readHouseStyle } from '@/lib/house-style/readers'
import { route } from '@/lib/http/route'

export const GET = route({ permission: 'newsroom.enter' }, async ({ actor }) => readHouseStyle(actor))
