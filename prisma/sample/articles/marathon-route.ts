import type { SampleArticle } from '../article'
import { p } from '../build'

export const article: SampleArticle = {
  key: 'marathon-route',
  section: 'sport',
  kicker: 'Running',
  headline: 'Harbour marathon to cross Coopers’ Bridge after all',
  standfirst: 'Organisers say engineers have cleared the closed span for runners',
  trailText: 'Engineers clear the closed span for runners, organisers say',
  topics: ['aldermouth'],
  bylines: [{ byline: 'wire' }],
  hoursAgo: 220,
  hoursPublic: 26,
  state: 'UNPUBLISHED',
  reason:
    'The organisers have told us that the bridge will stay closed to runners. A new route is to be announced, and we will report it.',
  body: [
    p(
      'Runners in next month’s Harbour marathon will cross the Coopers’ Bridge as planned, the organisers said on {day}, after engineers found that 9,000 people weigh less than the lorries that the bridge may no longer carry.',
    ),
    p('They will be asked not to run in step.'),
  ],
}
