import { readPaper } from '@/components/site/paper'
import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

/** Opening the link does nothing: programs that look at mail open every link. The button does it. */
export default async function ConfirmPage() {
  const { title, text, button } = (await readPaper()).words.newsletters.confirm
  return (
    <PlainPage title={title} path="/newsletters">
      <p>{text}</p>
      <form method="post" className="one-button">
        <button type="submit">{button}</button>
      </form>
    </PlainPage>
  )
}
