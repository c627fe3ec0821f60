import { readPaper } from '@/components/site/paper'
import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

/** Opening the link does nothing; the button does it. */
export default async function UnsubscribePage() {
  const { title, text, button } = (await readPaper()).words.newsletters.stop
  return (
    <PlainPage title={title} path="/newsletters">
      <p>{text}</p>
      <form method="post" className="one-button">
        <button type="submit">{button}</button>
      </form>
    </PlainPage>
  )
}
