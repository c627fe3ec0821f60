type Review = { verdict: string; hash: string; askedAt: Date; signedAt: Date | null }

/** Was legal asked about just these words and fields, and has nobody answered about them since: neither a lawyer nor an outsider? */
export function isWaiting(reviews: readonly Review[], hash: string): boolean {
  const about = reviews.filter((review) => review.hash === hash)
  const answeredAt = Math.max(0, ...about.map(({ signedAt }) => signedAt?.getTime() ?? 0))
  return about.some(({ verdict, askedAt }) => verdict === 'ASKED' && askedAt.getTime() > answeredAt)
}
