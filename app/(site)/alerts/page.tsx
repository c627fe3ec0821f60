import { SignUpForm } from '@/components/document/sign-up-form'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { readPaper } from '@/components/site/paper'
import { env } from '@/lib/env'
import { listAlertNewsletters } from '@/lib/newsletters/readers'

export const dynamic = 'force-dynamic'

/** Where a reader asks to be told of breaking news: in this browser, by a script of ours, or by mail, without one. */
export default async function AlertsPage() {
  const [{ settings }, newsletters] = await Promise.all([readPaper(), listAlertNewsletters()])
  const key = env().VAPID_PUBLIC_KEY
  return (
    <Frame>
      <PageHead
        title="Alerts"
        paper={settings.name}
        description={`Be told at once of breaking news by ${settings.name}.`}
        path="/alerts"
      />
      <div className="listing">
        <header className="listing-header">
          <h1>Alerts</h1>
          <p className="listing-description">
            We tell you of breaking news at once, and of nothing else. Turn it off here whenever you like.
          </p>
        </header>
        <ul className="newsletters">
          {key === undefined ? null : (
            <li className="sign-up" data-alerts-key={key}>
              <p className="label">In this browser</p>
              <h2 className="sign-up-name">Notifications</h2>
              <p className="sign-up-pitch">No address and no account. This browser alone is told.</p>
              <p role="status" className="alerts-state">
                Where this browser cannot show alerts, or runs no scripts,{' '}
                <a href={newsletters.length === 0 ? '/newsletters' : '#by-mail'}>take the alerts by mail</a>.
              </p>
              <button type="button" className="alerts-button" hidden>
                Turn alerts on
              </button>
            </li>
          )}
          {newsletters.map((newsletter, index) => (
            <li key={newsletter.id} className="sign-up" id={index === 0 ? 'by-mail' : undefined}>
              <p className="label">By mail</p>
              <h2 className="sign-up-name">{newsletter.name}</h2>
              <p className="sign-up-pitch">{newsletter.description}</p>
              <SignUpForm newsletter={newsletter} from="/alerts" />
            </li>
          ))}
        </ul>
        {key === undefined && newsletters.length === 0 ? <p className="empty">There are no alerts yet.</p> : null}
      </div>
      {key === undefined ? null : <script src="/alerts.js" defer data-first-party="" />}
    </Frame>
  )
}
