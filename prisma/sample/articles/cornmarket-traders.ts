import type { SampleArticle } from '../article'
import { crosshead, link, p, pullQuote, said, signUp, to } from '../build'

export const article: SampleArticle = {
  key: 'cornmarket-traders',
  section: 'business',
  kicker: 'Aldermouth',
  headline: 'The market that was meant to die has a waiting list',
  standfirst:
    'Ten years ago the Cornmarket had 31 stalls and a demolition order. There are 118 now, and a queue to take one.',
  trailText: 'Ten years after its demolition order, the Cornmarket has a queue for stalls',
  topics: ['aldermouth', 'economy'],
  bylines: [{ byline: 'joss' }],
  picture: 'marketStreet',
  hoursAgo: 240,
  state: 'PUBLISHED',
  body: [
    p(
      'Noor Castellan sells nothing but mushrooms, eleven kinds of them, from a stall that is exactly as wide as her outstretched arms. She waited for two years and four months to get it.',
    ),
    p(
      'Ten years ago the city had papers ready to clear the Cornmarket for a car park. It had 31 stalls left, most of them selling telephone cases, and on wet Tuesdays the pigeons outnumbered the customers. On {day-1} all 118 pitches were let, as they have been every day since last autumn, and 74 people were waiting for one.',
    ),
    crosshead('What happened'),
    p(
      'The market’s manager, Leopold Anders, says that the answer is dull. The city stopped letting pitches by the year and let them by the week. A new trader can now try an idea for 60 crowns and be gone by Monday; most are. Those who stay have been found out by customers rather than by a committee.',
    ),
    p(
      said('Leopold Anders', '“We have had a stall for left-handed scissors,”'),
      ' he said. ',
      said(
        'Leopold Anders',
        '“Three weeks. I was sorry to see him go. But the pitch went to a woman who mends zips, and she has a queue every morning.”',
      ),
    ),
    pullQuote(
      { speaker: 'Noor Castellan', role: 'Mushroom seller' },
      'In a shop I would be selling rent. Here I sell mushrooms.',
    ),
    p(
      'A study by Quillbridge University found that each crown spent at a stall was followed by another 40 hundredths in the shops around it. Those shops, which once signed petitions against the market, now sign them against ',
      link('the mayor’s parking charges', to('mayor-budget')),
      '.',
    ),
    signUp('the-weekend-ferry', 'Good long articles for slow mornings, every Saturday.'),
    p(
      'There are clouds. The awnings are due for replacement, the drains date from the days of the corn, and the week-long licence that saved the place has begun to look, to those on it for six years, like no security at all. They would like a month’s notice. Mr Anders is thinking about a fortnight.',
    ),
  ],
}
