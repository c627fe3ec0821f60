import type { SampleArticle } from '../article'
import { crosshead, image, p, pullQuote, said, signUp } from '../build'

export const article: SampleArticle = {
  key: 'seamens-hall',
  section: 'culture',
  kicker: 'Concert review',
  headline: 'The Seamen’s Hall gets its echo back',
  standfirst:
    'Kestrian Philharmonic / Adeyo. Three years and a new ceiling later, the city’s great tin box sounds like a violin.',
  trailText: 'Three years and a new ceiling later, the city’s great tin box sounds like a violin',
  topics: ['arts', 'aldermouth'],
  bylines: [{ byline: 'beatrix' }],
  picture: 'concertHall',
  hoursAgo: 60,
  state: 'PUBLISHED',
  body: [
    p(
      'They began with a single note. Before the speeches, before the orchestra had tuned, an oboist walked to the front of the empty platform, played an A, and lowered the instrument. We counted. Two seconds; and then, from somewhere above the second balcony, the ghost of it, going home.',
    ),
    p(
      'For a century the Seamen’s Hall was famous for swallowing music. It was put up by the dockers’ benefit society for meetings, with a roof of corrugated iron and a floor that drained, and orchestras that visited it spoke of playing into a coat. It has now been closed for three years and given a ceiling of pear wood, hung on springs. The iron is still there, outside, where the gulls can stamp on it.',
    ),
    crosshead('A storm, and then some silence'),
    p(
      'The Kestrian Philharmonic under Folasade Adeyo opened with Linnea Harrow’s Breakwater, written for the evening: eleven minutes in which the strings lean on one chord as if on a door in a gale. A lesser hall would have turned it to soup. Here every desk could be heard making up its own mind.',
    ),
    image('concertHall'),
    p(
      'After the interval came the Third Symphony of Aurelio Sand, a work that most of us know from recordings and from having been told that we should admire it. I had not understood until {day-1} that the slow movement contains a joke. It depends on a silence of exactly the right length, and so on a hall that will let one happen.',
    ),
    pullQuote(
      { speaker: 'Folasade Adeyo', role: 'Conductor' },
      'You can teach an orchestra to play quietly in a month. It takes a room to teach them that they may.',
    ),
    p(
      'There are faults. The bar has been moved to a place from which nobody can return in twenty minutes. The seats under the first balcony, on the evidence of an exchange at the interval, still sit in the coat. But at the end, when the last chord had gone up into the pear wood and come back changed, two thousand people did something that I have not heard in this city before. They waited.',
    ),
    signUp('the-weekend-ferry', 'Reviews, essays and one recipe: the Courier’s Saturday letter.'),
    p(
      said('Ferdy Coll', '“My grandfather paid a penny a week for that roof,”'),
      ' said a man beside me, Ferdy Coll, a retired crane driver, on the way out. ',
      said('Ferdy Coll', '“About time it paid him back.”'),
    ),
  ],
}
