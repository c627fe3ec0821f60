import { textResponse } from '@/components/site/responses'

export const dynamic = 'force-dynamic'

/** A headline, a standfirst and a column of text. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#8f1d21"/><path d="M7 8h18v4H7zM7 15h18v2H7zM7 20h11v2H7zM7 24h11v2H7z" fill="#fff"/></svg>
`

export function GET(): Response {
  return textResponse(ICON, 'image/svg+xml')
}
