import { AllNewsletters } from '@/components/site/all-newsletters'
import { readPaper } from '@/components/site/paper'
import { PlainPage } from '@/components/site/plain-page'

export const dynamic = 'force-dynamic'

export default async function TooManyPage() {
  const { words } = await readPaper()
  const { title, text } = words.newsletters.tooMany
  return (
    <PlainPage title={title} path="/newsletters/too-many">
      <p>{text}</p>
      <AllNewsletters words={words} />
    </PlainPage>
  )
}
