import type { SampleArticle } from '../article'
import { crosshead, explained, factBox, link, p, pullQuote, said, to, web } from '../build'

export const article: SampleArticle = {
  key: 'gannet-bank',
  section: 'business',
  kicker: 'Energy',
  headline: 'First current from Gannet Bank comes ashore at Tarrick',
  standfirst:
    'A cable laid across 61 kilometres of disputed sea bed lights a kettle in the harbour office, and a quarrel in Belmara',
  trailText: 'A 61-kilometre cable lights a kettle in Tarrick and a quarrel in Belmara',
  topics: ['energy', 'economy', 'calvara'],
  bylines: [{ byline: 'joss' }],
  picture: 'windFarm',
  hoursAgo: 145,
  state: 'PUBLISHED',
  body: [
    p(
      'At 11.14 on {day} morning a kettle in the harbour office at Tarrick came to the boil, and the people standing round it clapped. The current had travelled 61 kilometres along the sea bed from the first six turbines on the Gannet Bank.',
    ),
    p(
      'When all 90 are turning, in two years’ time, the wind farm will supply as much electricity as the whole of the Lowmarch uses. Its owner, Northlight, has spent 3.4 billion crowns so far and says that the project is four months late and 6 per cent over its budget, which in this trade passes for punctual.',
    ),
    factBox(
      'Gannet Bank in figures',
      ['90 turbines of 9 megawatts each, of which six turn.'],
      ['61 kilometres of cable, buried a metre and a half deep.'],
      [
        '3.4 billion crowns spent, a tenth of it on ',
        explained(
          'scour protection',
          'Rock that is laid around the foot of a turbine, so that the current cannot wash the sand away from under it.',
        ),
        '.',
      ],
    ),
    crosshead('Whose bank?'),
    p(
      'The bank lies eleven kilometres on the Kestrian side of a line that Calvara has never accepted. Belmara sent a note of protest when the first foundation was laid, a second when the cable was, and a third on {day}, while the kettle was still warm.',
    ),
    p(
      'Northlight’s lenders have insured themselves against the quarrel, at a cost that the company will not disclose. ',
      link('The filing', web('https://northlight.example/filings/half-year')),
      ' says only that ',
      said('Northlight', '“political risk is priced and, in the view of the board, overpriced”'),
      '.',
    ),
    pullQuote(
      { speaker: 'Hallam Crowe', role: 'Skipper of the Constance, Tarrick' },
      'Two governments and a bank own that bank. The fish have not been told.',
    ),
    p(
      'Fishing crews have been shut out of 140 square kilometres while the work goes on. They have been paid for the first year and are arguing about the second. ',
      link('Patrols from both shores', to('strait-fishing')),
      ' have passed close to one another in the area three times since June.',
    ),
    p(
      'Dorrit Vane, the energy minister, who boiled the kettle, said that household bills in the north should fall by about 40 crowns a year from next autumn.',
    ),
  ],
  changes: [
    p(
      'Northlight corrected one figure on {day+1}: the cable is 61 kilometres long from the bank to the beach, and 63 to the harbour office.',
    ),
  ],
}
