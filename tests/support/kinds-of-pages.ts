/** The lead article of the sample newsroom: it has a picture, claims, a follow-up, links, a sign-up and a source. */
export const LEAD = '/politics/thorne-discussed-four-ports-plan-with-calvaran-president-before-unveiling-it'

export type KindOfPage = { kind: string; path: string; status: number }

/** One address of each kind of page for readers, as the sample newsroom has them. A new kind of page gets its line here. */
const KINDS: readonly (readonly [kind: string, path: string, status?: number])[] = [
  ['the front page', '/'],
  ['a section', '/politics'],
  ['a topic', '/topic/calvara'],
  ['an author', '/author/nadia-verhoeve'],
  ['an article', LEAD],
  ['an article with boxes and a table', '/politics/what-the-four-ports-plan-would-change-harbour-by-harbour'],
  ['an article of last year', '/culture/corvane-film-festival-to-open-in-a-swimming-pool'],
  ['live coverage that was corrected', '/news/alder-barrier-closes-for-the-tenth-time-this-year-as-rain-sets-in'],
  ['the corrections', '/corrections'],
  ['a claim', '/claims/kestria-set-aside-its-claim-to-the-gannet-bank'],
  ['the search', '/search'],
  ['a search that finds something', '/search?q=harbour'],
  ['a search that finds nothing', '/search?q=zzxqj'],
  [
    'a search that is misspelt, narrowed and in order of time',
    '/search?q=harbuor+section%3Anews&after=2026-01-01&order=date',
  ],
  ['a search that is not understood', '/search?q=harbour+author%3Anobody&after=nonsense'],
  ['the newsletters', '/newsletters'],
  ['a newsletter to confirm', '/newsletters/confirm/no-such-token'],
  ['a newsletter confirmed', '/newsletters/confirmed'],
  ['a newsletter to stop', '/newsletters/unsubscribe/no-such-token'],
  ['a newsletter stopped', '/newsletters/stopped'],
  ['a link of a newsletter that has ended', '/newsletters/link-ended'],
  ['a newsletter for what is no address', '/newsletters/not-an-address'],
  ['the alerts', '/alerts'],
  ['an address that nothing has', '/no/such/page', 404],
  ['a secret link that is none', '/preview/no-such-token', 404],
  ['an article that was withdrawn', '/politics/one-voter-in-eight-missing-from-roll-in-tarrick-south-audit-finds', 410],
]

/** All kinds, with those whose addresses have an id in them, which are found in the lead article. @param url of a server with the sample newsroom */
export async function kindsOfPages(url: string): Promise<KindOfPage[]> {
  const response = await fetch(url + LEAD)
  const [, articleId] = /\/question\/([0-9a-f-]{36})\/1\b/.exec(await response.text()) ?? []
  if (articleId === undefined) throw new Error(`The lead article has no paragraph to question: ${response.status}`)
  return [
    ...KINDS.map(([kind, path, status = 200]) => ({ kind, path, status })),
    { kind: 'a question about a paragraph', path: `/question/${articleId}/1`, status: 200 },
    { kind: 'thanks for a question', path: `/question/${articleId}/thanks`, status: 200 },
  ]
}
