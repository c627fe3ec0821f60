'use client'

import type { InboundArticle, Outbound } from '../api/links'
import { headlineOf } from '../linking/target-line'

/** In pixels; the lines are drawn from them. */
const CARD = { height: 44, gap: 8 }
const MOST = 5

type Place = { id: string; label: string; href: string; look: 'public' | 'not-public' | 'dead' }

/**
 * A picture of what stands around the story: what points at it on the left, what it points at on the right. The lists below
 * say the same in words, so it is an ornament to whoever hears the page, and no stop for the keyboard.
 */
export function Neighbourhood({
  inbound,
  outbound,
  headline,
}: {
  inbound: readonly InboundArticle[]
  outbound: Outbound
  headline: string
}) {
  const left = inbound.map((article) => placeOf(article))
  const right: Place[] = [
    ...outbound.articles.map((article) => placeOf(article)),
    ...outbound.addresses.map(({ url, title, words, state }) => ({
      id: url,
      label: title || words || url,
      href: url,
      look: state === 'DEAD' ? ('dead' as const) : ('public' as const),
    })),
  ]
  if (left.length + right.length === 0) return null
  const rows = Math.max(Math.min(left.length, MOST), Math.min(right.length, MOST), 1)
  const height = rows * CARD.height + (rows - 1) * CARD.gap
  return (
    <div aria-hidden="true" className="neighbourhood" style={{ height }}>
      <Side places={left} height={height} side="left" />
      <div className="neighbourhood-story">
        <span className="line-clamp-3">{headline.trim() || 'This article'}</span>
      </div>
      <Side places={right} height={height} side="right" />
    </div>
  )
}

function placeOf(
  article: { id: string; headline: string; isPublic: boolean } & Parameters<typeof headlineOf>[0],
): Place {
  const look =
    article.state === 'UNPUBLISHED' || article.state === 'KILLED' || article.state === 'SPIKED'
      ? 'dead'
      : article.isPublic
        ? 'public'
        : 'not-public'
  return { id: article.id, label: headlineOf(article), href: `/desk/articles/${article.id}`, look }
}

function Side({ places, height, side }: { places: readonly Place[]; height: number; side: 'left' | 'right' }) {
  const shown = places.slice(0, places.length > MOST ? MOST - 1 : MOST)
  const cards = shown.length + (places.length > shown.length ? 1 : 0)
  const top = (height - cards * CARD.height - Math.max(0, cards - 1) * CARD.gap) / 2
  const middleOf = (index: number) => top + index * (CARD.height + CARD.gap) + CARD.height / 2
  const lines = (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the whole picture is hidden from whoever hears the page
    <svg className="neighbourhood-lines" viewBox={`0 0 16 ${height}`} preserveAspectRatio="none">
      {Array.from({ length: cards }, (_, index) => {
        const [from, to] = side === 'left' ? [middleOf(index), height / 2] : [height / 2, middleOf(index)]
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: a line belongs to the card in its row
            key={index}
            d={`M0 ${from} C8 ${from} 8 ${to} 16 ${to}`}
            fill="none"
            stroke="currentColor"
            vectorEffect="non-scaling-stroke"
          />
        )
      })}
    </svg>
  )
  return (
    <>
      {side === 'right' ? lines : null}
      <div className="neighbourhood-side" style={{ gap: CARD.gap }}>
        {shown.map(({ id, label, href, look }) => (
          <a
            key={id}
            href={href}
            tabIndex={-1}
            data-look={look}
            className="neighbourhood-card"
            style={{ height: CARD.height }}
          >
            <span className="line-clamp-2">{label}</span>
          </a>
        ))}
        {places.length > shown.length ? (
          <span className="neighbourhood-card" data-look="more" style={{ height: CARD.height }}>
            and {places.length - shown.length} more
          </span>
        ) : null}
      </div>
      {side === 'left' ? lines : null}
    </>
  )
}
