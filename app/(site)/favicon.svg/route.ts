import { textResponse } from '@/components/site/responses'
import { readLookSettings } from '@/lib/look/look'

export const dynamic = 'force-dynamic'

/** A headline, a standfirst and a column of text. @param accent "#rrggbb": what can be read on the page can be seen on white letters */
const icon = (accent: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${accent}"/><path d="M7 8h18v4H7zM7 15h18v2H7zM7 20h11v2H7zM7 24h11v2H7z" fill="#fff"/></svg>
`

export async function GET(): Promise<Response> {
  const { accent } = await readLookSettings()
  return textResponse(icon(accent), 'image/svg+xml')
}
