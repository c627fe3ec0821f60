import { said } from '@/components/document/said'
import { SignUpForm } from '@/components/document/sign-up-form'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { listNewsletters } from '@/lib/newsletters/readers'

export const dynamic = 'force-dynamic'

export default async function NewslettersPage() {
  const [{ settings, words }, newsletters] = await Promise.all([readPaper(), listNewsletters()])
  const { newsletters: say } = words
  return (
    <Frame>
      <PageHead title={say.title} paper={settings.name} description={say.about(settings.name)} path="/newsletters" />
      <div className="listing">
        <header className="listing-header">
          <h1>{say.title}</h1>
          <p className="listing-description">{said(say.introduction((alerts) => <a href="/alerts">{alerts}</a>))}</p>
        </header>
        {newsletters.length === 0 ? <p className="empty">{say.nothing}</p> : null}
        <ul className="newsletters">
          {newsletters.map((newsletter) => (
            <li key={newsletter.id} className="sign-up">
              <p className="label">{newsletter.frequency || say.label}</p>
              <h2 className="sign-up-name">{newsletter.name}</h2>
              <p className="sign-up-pitch">{newsletter.description}</p>
              <SignUpForm newsletter={newsletter} words={say} from="/newsletters" />
            </li>
          ))}
        </ul>
      </div>
    </Frame>
  )
}
