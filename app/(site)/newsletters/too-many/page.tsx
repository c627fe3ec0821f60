import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

export default function TooManyPage() {
  return (
    <PlainPage title="Please try again later" path="/newsletters/too-many">
      <p>There were too many requests from your network or for this address. In an hour it works again.</p>
      <p>
        <a href="/newsletters">All newsletters</a> or <a href="/">the front page</a>
      </p>
    </PlainPage>
  )
}
