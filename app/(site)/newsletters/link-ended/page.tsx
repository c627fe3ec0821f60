import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

export default function LinkEndedPage() {
  return (
    <PlainPage title="This link has ended" path="/newsletters/link-ended">
      <p>
        It has been used, is older than seven days, or was replaced by a newer one. Sign up again and we send you
        another.
      </p>
      <p>
        <a href="/newsletters">All newsletters</a> or <a href="/">the front page</a>
      </p>
    </PlainPage>
  )
}
