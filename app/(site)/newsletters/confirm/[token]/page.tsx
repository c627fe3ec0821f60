import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

/** Opening the link does nothing: programs that look at mail open every link. The button does it. */
export default function ConfirmPage() {
  return (
    <PlainPage title="Confirm your newsletter" path="/newsletters">
      <p>One press, and the next issue comes to you. If you did not ask for it, close this page.</p>
      <form method="post" className="one-button">
        <button type="submit">Yes, send it to me</button>
      </form>
    </PlainPage>
  )
}
