import type { ReactNode } from 'react'
import type { Teaser } from '@/lib/articles/public-article'
import type { PaperTime } from '@/lib/settings/paper-time'
import { wordsFor } from '@/lib/site-words/words-for'

type Signed = Pick<Teaser, 'corrected' | 'isLive'>

/** Above the headline of an article in a list: what somebody should know before they open it, and the word or two of the newsroom. */
export function Kicker({ article, label, time }: { article: Signed; label: string; time: PaperTime }) {
  const sign = signOf(article, time)
  if (label === '' && sign === null) return null
  return (
    <p className="kicker">
      {sign}
      {sign === null || label === '' ? null : ' '}
      {label === '' ? null : <span>{label}</span>}
    </p>
  )
}

/** That an article was taken back, or goes on; null where there is nothing to say. */
export function signOf({ corrected, isLive }: Signed, { language }: PaperTime): ReactNode {
  const words = wordsFor(language)
  if (corrected?.as === 'RETRACTION')
    return <strong className="state-sign">{words.corrections.states.RETRACTION}</strong>
  return isLive ? <strong className="live-sign">{words.article.live}</strong> : null
}
