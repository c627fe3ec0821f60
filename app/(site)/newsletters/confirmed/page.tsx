import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

export default function ConfirmedPage() {
  return (
    <PlainPage title="You are signed up" path="/newsletters/confirmed">
      <p>Thank you. The next issue comes to your mailbox.</p>
      <p>
        <a href="/newsletters">All newsletters</a> or <a href="/">the front page</a>
      </p>
    </PlainPage>
  )
}
