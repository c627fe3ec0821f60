import type { SampleArticle } from '../article'
import { crosshead, link, p, said, to } from '../build'

export const article: SampleArticle = {
  key: 'summit-railway',
  section: 'world',
  kicker: 'Valdren',
  headline: 'After eleven years, a train across the roof of the border',
  standfirst:
    'Kestria and Valdren reopen the summit line on twenty-three viaducts, one of them held up by faith and 900 tonnes of new stone',
  trailText: 'The summit line between Kestria and Valdren carries passengers again',
  topics: ['highmarch', 'transport'],
  bylines: [{ byline: 'nadia' }],
  picture: 'mountainRailway',
  hoursAgo: 265,
  state: 'PUBLISHED',
  body: [
    p(
      'The 8.05 from Steinfell left at 8.19, because nobody would get off the platform to let the guard close the doors. Eleven years after a landslide cut it in two, the summit railway between Kestria and the mountain republic of Valdren carried passengers again on {day}.',
    ),
    p(
      'It is 74 kilometres long, climbs 1,300 metres and crosses twenty-three viaducts. The landslide took two arches off the longest, the Grauen, and left its middle pier standing by itself in the river, where it became a roost for choughs and a subject for painters.',
    ),
    crosshead('Stone by stone'),
    p(
      'Engineers first proposed a bridge of steel. The two parliaments, which agree on little, both insisted on stone, and a quarry that had been shut for seventy years was reopened to match the colour. The bill came to 186 million crowns, of which Valdren has paid, to general surprise, its half.',
    ),
    p(
      said('Matthis Rauch', '“You could see where the old masons had had a bad day,”'),
      ' said Matthis Rauch, who led the rebuilding. ',
      said('Matthis Rauch', '“I hope that somebody will be able to see ours.”'),
    ),
    p(
      'Four trains a day will run in each direction, seven when there is snow. The journey to the Valdren capital takes three hours and ten minutes, an hour less than by road and, after {day}’s example, fourteen minutes more than advertised. Connections at Corvane depend on ',
      link('the Highmarch line', to('highmarch-inquiry')),
      ', which has troubles of its own.',
    ),
    p('The choughs have been given a ledge.'),
  ],
}
