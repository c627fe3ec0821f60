import type { SampleArticle } from '../article'
import { crosshead, link, p, pullQuote, readMore, said, to } from '../build'

export const article: SampleArticle = {
  key: 'skerra-ferry',
  section: 'news',
  kicker: 'Skerra Isles',
  headline: 'Islanders board first battery ferry, and hold their breath past the light',
  standfirst:
    'The Merganser crossed to Hollin on one charge with a fifth of it left. In January the wind will be against her.',
  trailText: 'A first crossing on batteries, with a fifth of the charge to spare',
  topics: ['skerra-isles', 'transport', 'energy'],
  bylines: [{ byline: 'joss' }],
  picture: 'ferry',
  hoursAgo: 73,
  state: 'PUBLISHED',
  body: [
    p(
      'She left Aldermouth at ten on {day} with 212 passengers, nine sheep, a piano and a brass band, and for the first hour nobody on the open deck could hear anything but the band.',
    ),
    p(
      'When it stopped for tea there was nothing else to hear. The Merganser, which made her first crossing to Hollin in three hours and six minutes, is the first ferry in Kestria to be driven by batteries all the way: 34 tonnes of them, in the space where her sister ship keeps a fuel tank.',
    ),
    p(
      'She tied up with 21 per cent of her charge left. The operator, Skerra Lines, had promised the islanders at least 15. ',
      said('Captain Ruan Teague', '“I had a number in my own head,”'),
      ' said her captain, Ruan Teague, ',
      said('Captain Ruan Teague', '“and I am not going to tell you what it was.”'),
    ),
    crosshead('The winter question'),
    p(
      'The islands have been here before. A hybrid boat that was to have entered service eight years ago spent two winters in dry dock and was sold. Nor was {day} much of a test: the sea was flat, the wind was behind, and the sheep lay down.',
    ),
    p(
      'In January the prevailing wind is against her and the crossing takes four hours. Skerra Lines’ own figures give her 6 per cent in hand on such a day. Below 10, the rules say, she must turn back at the Oxen light, which is two thirds of the way.',
    ),
    pullQuote(
      { speaker: 'Morwenna Flett', role: 'Shopkeeper, Hollin' },
      'I do not need her to be quiet. I need her to be here on a Tuesday in February with the bread.',
    ),
    p(
      'For that reason the old diesel boat will stay on the run until the spring after next. The charging station at Hollin is fed by the cable from ',
      link('the Gannet Bank', to('gannet-bank')),
      ', and on windy nights will be paid to take the current.',
    ),
    readMore('gannet-bank'),
    p('The piano, for the school, was in tune on arrival.'),
  ],
}
