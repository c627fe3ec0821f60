import { SignUpForm } from '@/components/document/sign-up-form'
import type { SearchParams } from '@/components/site/page-number'
import { readPaper } from '@/components/site/paper'
import { PlainPage } from '@/components/site/plain-page'
import { listNewsletters } from '@/lib/newsletters/readers'

export const dynamic = 'force-dynamic'

/** The form again, with what was typed. proxy.ts answers with this page where the address cannot be right. */
export default async function NotAnAddressPage({ searchParams }: { searchParams: SearchParams }) {
  const { email, newsletter: id, from } = await searchParams
  const [{ words }, newsletters] = await Promise.all([readPaper(), listNewsletters()])
  const { title, text } = words.newsletters.noAddress
  const newsletter = newsletters.find((candidate) => candidate.id === id) ?? newsletters[0]
  return (
    <PlainPage title={title} path="/newsletters/not-an-address">
      <p>{text}</p>
      {newsletter === undefined ? null : (
        <div className="sign-up">
          <p className="sign-up-name">{newsletter.name}</p>
          <SignUpForm newsletter={newsletter} words={words.newsletters} from={textOf(from)} typed={textOf(email)} />
        </div>
      )}
    </PlainPage>
  )
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : ''
}
