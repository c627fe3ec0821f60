import type { SampleArticle } from '../article'
import { crosshead, link, p, quotation, said, to } from '../build'

export const article: SampleArticle = {
  key: 'emergency-wing',
  section: 'news',
  kicker: 'Health',
  headline: 'St Brannoc’s opens emergency wing, with doors wide enough for a crowd',
  standfirst:
    'Forty-two bays, a ramp that does not flood, and a waiting room designed by people who had waited in the old one',
  trailText: 'Forty-two bays and a ramp that does not flood: inside the city’s new emergency wing',
  topics: ['health', 'aldermouth'],
  bylines: [{ byline: 'callum' }],
  hoursAgo: 170,
  state: 'PUBLISHED',
  body: [
    p(
      'The first patient through the doors of the new emergency wing at St Brannoc’s was a decorator who had fallen off the ladder from which he was painting them.',
    ),
    p(
      'The wing, which replaces a department built for a city half the size, opened at six on {day} morning after three years of building and one change of contractor. It has 42 bays against 24, its own scanner, and an ambulance ramp three metres above the river, where the old one was ',
      link('under water twice last winter', to('flood-barrier')),
      '.',
    ),
    crosshead('Waiting, redesigned'),
    p(
      'Much of the plan came from patients. A panel of thirty, chosen by lot from people who had spent more than six hours in the old department, was asked what would have helped. Clocks, they said, and somewhere to charge a telephone; a way of leaving the room without losing one’s place; chairs that a tall man can sleep in.',
    ),
    p(
      'The result has no rows of seats. People wait in alcoves of four or five, each with a screen that says how long the longest wait is and why. A nurse walks the room every quarter of an hour with no other task than to be asked questions.',
    ),
    quotation(
      { speaker: 'Dr Anneke Stroud', role: 'Clinical director, St Brannoc’s Hospital' },
      'I can put up with people being angry with us. I could not put up with them being frightened because nobody had told them anything for four hours.',
    ),
    p(
      'The hospital is still short of 31 emergency nurses. Without them, six of the bays will stay curtained off until the spring. The health ministry said that the posts had been advertised in four countries. ',
      said('Dr Anneke Stroud', '“A bay without a nurse,”'),
      ' Dr Stroud said, ',
      said('Dr Anneke Stroud', '“is a cupboard with a good light.”'),
    ),
  ],
}
