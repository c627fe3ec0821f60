import { SignUpForm } from '@/components/document/sign-up-form'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { listNewsletters } from '@/lib/newsletters/readers'

export const dynamic = 'force-dynamic'

export default async function NewslettersPage() {
  const [{ settings }, newsletters] = await Promise.all([readPaper(), listNewsletters()])
  return (
    <Frame>
      <PageHead
        title="Newsletters"
        paper={settings.name}
        description={`Newsletters of ${settings.name}, by e-mail and free.`}
        path="/newsletters"
      />
      <div className="listing">
        <header className="listing-header">
          <h1>Newsletters</h1>
          <p className="listing-description">
            Give your address, and press the button in the mail that we send: then it comes. Every issue has a link that
            stops it. To be told of breaking news in your browser, <a href="/alerts">turn on alerts</a>.
          </p>
        </header>
        {newsletters.length === 0 ? <p className="empty">There is no newsletter yet.</p> : null}
        <ul className="newsletters">
          {newsletters.map((newsletter) => (
            <li key={newsletter.id} className="sign-up">
              <p className="label">{newsletter.frequency || 'Newsletter'}</p>
              <h2 className="sign-up-name">{newsletter.name}</h2>
              <p className="sign-up-pitch">{newsletter.description}</p>
              <SignUpForm newsletter={newsletter} from="/newsletters" />
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  )
}
