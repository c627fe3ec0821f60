import type { SampleArticle } from '../article'
import { crosshead, link, p, said, to } from '../build'

export const article: SampleArticle = {
  key: 'summit-downhill',
  section: 'sport',
  kicker: 'Skiing',
  headline: 'Brask wins Steinfell downhill by the width of a glove',
  standfirst:
    'Local racer takes her home race at the seventh attempt, three hundredths of a second ahead of the champion',
  trailText: 'Three hundredths of a second, and a seventh attempt',
  topics: ['highmarch'],
  bylines: [{ byline: 'beatrix' }],
  picture: 'snowSlope',
  hoursAgo: 360,
  state: 'PUBLISHED',
  body: [
    p(
      'Three hundredths of a second is, at the speed of a downhill racer, about the length of a ski glove. Signe Brask, who grew up in the house behind the Steinfell finish and has lost this race from in front of it six times, won it by that much on {day}.',
    ),
    p(
      'She came down eleventh, in flat light, and lost a pole above the Chimney. Everything after that, she said, was done with the elbows. Nadja Ferrante, the champion, who had led since the second starter, watched the clock run past her own time and stop, and laughed, and climbed over the fence to lift her off the ground.',
    ),
    crosshead('From the kitchen window'),
    p(
      'Brask’s mother has watched every race from the kitchen window, because she cannot bear to be nearer. ',
      said('Signe Brask', '“I look for the curtain,”'),
      ' Brask said. ',
      said('Signe Brask', '“If it is shut I am slow. I came round the last gate and she was standing on the table.”'),
    ),
    p(
      'The course, on snow kept from last winter under sawdust and laid again for the opening of the season, held up well for forty starters. Third place went to Oda Lien of Valdren, who arrived on the first train over ',
      link('the reopened summit line', to('summit-railway')),
      ' with her skis on her knees.',
    ),
  ],
}
