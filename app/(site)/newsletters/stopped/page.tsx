import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

export default function StoppedPage() {
  return (
    <PlainPage title="You are signed off" path="/newsletters/stopped">
      <p>This newsletter will not come to you again.</p>
      <p>
        <a href="/newsletters">All newsletters</a> or <a href="/">the front page</a>
      </p>
    </PlainPage>
  )
}
