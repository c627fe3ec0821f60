import type { SampleArticle } from '../article'
import { link, p, said, to } from '../build'

export const article: SampleArticle = {
  key: 'stadium-lease',
  section: 'sport',
  kicker: 'Football',
  headline: 'Rovers ask city to extend lease before cup semi-final',
  standfirst: 'Agreement on Harbour Park runs out in the week of the club’s biggest match for a generation',
  trailText: 'The lease on Harbour Park runs out in the week of the semi-final',
  topics: ['football', 'aldermouth'],
  bylines: [{ byline: 'beatrix' }, { byline: 'callum' }],
  hoursAgo: 2,
  state: 'FILED',
  body: [
    p(
      'Aldermouth Rovers have asked the city to extend the lease on Harbour Park, which runs out four days before the club is due to play ',
      link('its first cup semi-final in 31 years', to('rovers-semi-final')),
      ' there.',
    ),
    p(
      'The lease was signed for fifty years, in a ledger, by a club secretary who could not have expected anyone to look it up. Without it Rovers may not sell tickets. City Hall said on {day} that it was ',
      said('City Hall', '“aware of the fixture”'),
      ' and that councillors would consider a short extension next week.',
    ),
    p(
      'At stake is more than a match. The ground lies beside ',
      link('Tanners’ Quay', to('tanners-quay')),
      ', and its car park appears in an early drawing of the scheme as a line of trees.',
    ),
  ],
}
