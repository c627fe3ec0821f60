import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

/** Opening the link does nothing; the button does it. */
export default function UnsubscribePage() {
  return (
    <PlainPage title="Stop this newsletter?" path="/newsletters">
      <p>
        We will not send it to you again. Your address stays with us for the other newsletters that you get, if any.
      </p>
      <form method="post" className="one-button">
        <button type="submit">Stop it</button>
      </form>
    </PlainPage>
  )
}
