import { AllNewsletters } from '@/components/site/all-newsletters'
import { readPaper } from '@/components/site/paper'
import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

export default async function StoppedPage() {
  const { words } = await readPaper()
  const { title, text } = words.newsletters.stopped
  return (
    <PlainPage title={title} path="/newsletters/stopped">
      <p>{text}</p>
      <AllNewsletters words={words} />
    </PlainPage>
  )
}
