import { signInOverHttp } from '@/tests/support/http-person'
import { openPaper, type Paper } from './paper/open-paper'
import { percentile } from './percentile'
import { COLD, coldTimes } from './public/cold'

/**
 * Every kind of page for readers, and the desk's list, rendered by two servers by turns: one with a thousand articles, one with a million. What
 * counts is the ratio of the two.
 */
export async function scale(isSmall: boolean): Promise<Record<string, string | number>> {
  const sizes = isSmall ? [1_000, 5_000] : [1_000, 1_000_000]
  console.log(isSmall ? 'About a minute.' : 'About eight minutes, and ten or more to make the large paper.')
  const papers: Paper[] = []
  try {
    for (const size of sizes) papers.push(await openPaper(size, COLD))
    const [small, large] = await coldTimes(papers, isSmall ? 6 : 100, desk)
    const figures: Record<string, string | number> = {}
    for (const [kind, few] of small ?? []) {
      const many = large?.get(kind) ?? few
      figures[`${kind}: p50, p95 at ${sizes[0]}, ms`] = `${percentile(few.answer, 50)}, ${percentile(few.answer, 95)}`
      figures[`${kind}: p50, p95 at ${sizes[1]}, ms`] = `${percentile(many.answer, 50)}, ${percentile(many.answer, 95)}`
      figures[`${kind}: ratio of p95`] = ratio(many.answer, few.answer, 95)
      figures[`${kind}: of the cores, p50 and p95 at both, ms`] = [few, many]
        .flatMap(({ cores }) => [percentile(cores, 50), percentile(cores, 95)])
        .join(', ')
      figures[`${kind}: ratio of p95 of the cores`] = ratio(many.cores, few.cores, 95)
    }
    return figures
  } finally {
    for (const paper of papers) await paper.stop()
  }
}

/** Lists of the newsroom, which are never kept: all articles, those of a section, and what a part of a headline finds. */
async function desk({ server, editor, client }: Paper) {
  const person = await signInOverHttp(server.url, editor)
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT s.id, split_part(a.headline, ' ', 2) AS name FROM bench_section s
     JOIN "Article" a ON a."sectionId" = s.id AND a.slug = 'story-' || (60 + s.n) ORDER BY s.n`,
  )
  const at = (n: number) => rows[n % rows.length]
  return {
    addresses: {
      'desk list': () => '/desk/articles',
      'desk list of a section': (n: number) => `/desk/articles?section=${at(n)?.id}`,
      'desk list, a name': (n: number) => `/desk/articles?words=${at(n)?.name}`,
    },
    headers: person.headers(),
  }
}

function ratio(many: readonly number[], few: readonly number[], percent: number): number {
  return Math.round((100 * percentile(many, percent)) / percentile(few, percent)) / 100
}
