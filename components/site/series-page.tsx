import { printForScript, seriesOfParts } from '@/lib/articles/structured-data'
import { env } from '@/lib/env'
import type { PublicSeries } from '@/lib/series/readers'
import { Frame } from './frame'
import { PageHead } from './page-head'
import { readPaper } from './paper'
import { TeaserCard } from './teaser-card'

/** A series: what it is about, and its public parts in the order in which they are read. */
export async function SeriesPage({ series }: { series: PublicSeries }) {
  const { settings, words } = await readPaper()
  const { name, path, description, parts } = series
  return (
    <Frame>
      <PageHead
        title={name}
        paper={settings.name}
        description={description || words.article.series.all(name)}
        path={path}
        feed={{ path, title: `${name} | ${settings.name}` }}
      />
      <script type="application/ld+json">{printForScript(seriesOfParts(series, env().SITE_URL))}</script>
      <div className="listing">
        <header className="listing-header">
          <p className="label">{words.article.series.name}</p>
          <h1>{name}</h1>
          {description === '' ? null : <p className="listing-description">{description}</p>}
        </header>
        <ol className="article-list series-parts">
          {parts.map((part, index) => (
            <li key={part.id}>
              <p className="label">{words.article.series.part(index + 1)}</p>
              <TeaserCard
                article={part}
                time={settings}
                kind="row"
                level={2}
                sizes="(min-width: 48rem) 15rem, 7rem"
                showsSection
                isFirst={index === 0}
              />
            </li>
          ))}
        </ol>
      </div>
    </Frame>
  )
}
