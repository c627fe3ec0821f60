import { said } from '@/components/document/said'
import { SignUpForm } from '@/components/document/sign-up-form'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { env } from '@/lib/env'
import { listAlertNewsletters } from '@/lib/newsletters/readers'

export const dynamic = 'force-dynamic'

/** Where a reader asks to be told of breaking news: in this browser, by a script of ours, or by mail, without one. */
export default async function AlertsPage() {
  const [{ settings, words }, newsletters] = await Promise.all([readPaper(), listAlertNewsletters()])
  const { alerts: say } = words
  const key = env().VAPID_PUBLIC_KEY
  return (
    <Frame>
      <PageHead title={say.title} paper={settings.name} description={say.about(settings.name)} path="/alerts" />
      <div className="listing">
        <header className="listing-header">
          <h1>{say.title}</h1>
          <p className="listing-description">{say.introduction}</p>
        </header>
        <ul className="newsletters">
          {key === undefined ? null : (
            <li className="sign-up" data-alerts-key={key} data-alerts-words={JSON.stringify(say.script)}>
              <p className="label">{say.inBrowser}</p>
              <h2 className="sign-up-name">{say.notifications}</h2>
              <p className="sign-up-pitch">{say.noAccount}</p>
              <p role="status" className="alerts-state">
                {said(
                  say.otherwise((byMail) => (
                    <a href={newsletters.length === 0 ? '/newsletters' : '#by-mail'}>{byMail}</a>
                  )),
                )}
              </p>
              <button type="button" className="alerts-button" hidden>
                {say.script.turnOn}
              </button>
            </li>
          )}
          {newsletters.map((newsletter, index) => (
            <li key={newsletter.id} className="sign-up" id={index === 0 ? 'by-mail' : undefined}>
              <p className="label">{say.byMail}</p>
              <h2 className="sign-up-name">{newsletter.name}</h2>
              <p className="sign-up-pitch">{newsletter.description}</p>
              <SignUpForm newsletter={newsletter} words={words.newsletters} from="/alerts" />
            </li>
          ))}
        </ul>
        {key === undefined && newsletters.length === 0 ? <p className="empty">{say.nothing}</p> : null}
      </div>
      {key === undefined ? null : <script src="/alerts.js" defer data-first-party="" />}
    </Frame>
  )
}
