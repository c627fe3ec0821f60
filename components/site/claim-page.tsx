import { printForScript } from '@/lib/articles/structured-data'
import type { ShownClaim } from '@/lib/claims/readers'
import { claimsAsData } from '@/lib/claims/structured-data'
import { env } from '@/lib/env'
import { ClaimEventLine } from './claim-event-line'
import { ClaimStamps } from './claim-stamps'
import { ClaimVerdict } from './claim-verdict'
import { Frame } from './frame'
import { PageHead } from './page-head'
import { readPaper } from './paper'

/** A claim: where it stands, what happened to it as far as readers know, and the stories that tell of it. */
export async function ClaimPage({ claim }: { claim: ShownClaim }) {
  const { settings, words } = await readPaper()
  const { statement, speaker, standing, stamps, events, review, path } = claim
  const stands = words.claims.standing[standing]
  return (
    <Frame>
      <PageHead
        title={statement}
        paper={settings.name}
        description={words.claims.about(speaker?.name ?? null, stands)}
        path={path}
      />
      <script type="application/ld+json">{printForScript(claimsAsData([claim], settings, env().SITE_URL))}</script>
      <article className="claim">
        <header>
          <p className="label">{words.claims.claim}</p>
          <h1>{statement}</h1>
          <p className="claim-standing">{stands}</p>
          <ClaimStamps stamps={stamps} words={words} />
        </header>
        <ClaimVerdict review={review} time={settings} />
        <section aria-labelledby="what-happened">
          <h2 id="what-happened" className="label">
            {words.claims.happened}
          </h2>
          <ol className="claim-timeline">
            {events.map((event) => (
              <li key={event.id}>
                <ClaimEventLine event={event} time={settings} />
                {event.quote === '' ? null : <blockquote>{event.quote}</blockquote>}
                {event.stories.length === 0 ? null : (
                  <ul className="claim-stories" aria-label={words.claims.toldIn}>
                    {event.stories.map((story) => (
                      <li key={story.articleId}>
                        <a href={story.path}>{story.headline}</a>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ol>
        </section>
      </article>
    </Frame>
  )
}
