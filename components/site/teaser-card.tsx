import type { Teaser } from '@/lib/articles/public-article'
import { type PaperTime, printShortTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'
import { printBylines } from './byline-names'
import { Kicker } from './kicker'
import { Picture } from './picture'
import { Sublinks } from './sublinks'

type TeaserCardProps = {
  article: Teaser
  time: PaperTime
  /** How it is laid out: site.css knows each. */
  kind: 'lead' | 'second' | 'strip' | 'row'
  /** Width of the picture, as `sizes` says it; without one there is no picture. */
  sizes?: string
  /** Which heading the headline is. */
  level: 2 | 3
  showsSection?: boolean
  isFirst?: boolean
  /** It takes the room of two. */
  isLarge?: boolean
  /** Articles that stand as links below it. */
  sublinks?: readonly Teaser[]
}

/** An article in a list: the headline is the link, so a list of links reads as a list of headlines. */
export function TeaserCard(props: TeaserCardProps) {
  const { article, time, kind, sizes, level, showsSection, isFirst, isLarge, sublinks = [] } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  const label = article.kicker || (showsSection ? article.section.name : '')
  const hasPicture = sizes !== undefined && article.picture !== null
  const classes = ['card', `card-${kind}`, ...(hasPicture ? [] : ['card-plain']), ...(isLarge ? ['card-large'] : [])]
  return (
    <article className={classes.join(' ')}>
      <div className="card-words">
        <Kicker article={article} label={label} time={time} />
        <Heading className="card-headline">
          <a href={article.path}>{article.cardHeadline}</a>
        </Heading>
        {kind === 'strip' || article.trailText === '' ? null : <p className="card-trail">{article.trailText}</p>}
        <p className="card-line">
          {kind === 'strip' ? null : <span>{printBylines(article.bylines, wordsFor(time.language).article)}</span>}
          <time dateTime={article.publishedAt.toISOString()}>{printShortTime(article.publishedAt, time)}</time>
        </p>
        <Sublinks articles={sublinks} />
      </div>
      {hasPicture && article.picture ? (
        <div className="card-picture">
          <Picture picture={article.picture} sizes={sizes} isOrnament isFirst={isFirst === true} />
        </div>
      ) : null}
    </article>
  )
}
