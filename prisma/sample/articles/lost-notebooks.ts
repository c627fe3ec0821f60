import type { SampleArticle } from '../article'
import { p, quotation, readMore, said } from '../build'

export const article: SampleArticle = {
  key: 'lost-notebooks',
  section: 'culture',
  kicker: 'Books',
  headline: 'Poet’s lost notebooks found in a Hollin boathouse, under the nets',
  standfirst:
    'Eleven volumes by Ysolde Marrin fill the gap between her two great books, and settle an old quarrel about a comma',
  trailText: 'Eleven volumes by Ysolde Marrin, missing for sixty years, turn up under herring nets',
  topics: ['arts', 'skerra-isles'],
  bylines: [{ byline: 'beatrix' }],
  hoursAgo: 340,
  state: 'PUBLISHED',
  body: [
    p(
      'When the roof of a boathouse at Hollin came off in the spring gales, the family that owned it went in to see what could be saved. Under four generations of herring net, in a tin trunk that had once held ship’s biscuit, lay eleven notebooks in the hand of Ysolde Marrin.',
    ),
    p(
      'Marrin, whose poems every Kestrian child learns and most forget, published two books sixteen years apart. What she did between them has been a matter of argument. She said herself that she had burned it.',
    ),
    p(
      'The notebooks, which went on show at the Skerra museum on {day}, contain some 200 poems, of which perhaps forty are finished. There are also tide tables, a remedy for chilblains, and the drafts of The Ninth Wave, with and without the comma over which two professors at Quillbridge have not spoken to each other for nine years.',
    ),
    quotation(
      { speaker: 'Dr Sefton Ames', role: 'Curator, Skerra Museum' },
      'She put it in, took it out, put it in again, and then wrote beside it: “Leave them something to do.”',
    ),
    p(
      'The trunk was lent to a neighbour, it seems, and the neighbour went to sea. The family has given the notebooks to the island on condition that they stay there. Anyone who wishes to read them will have to take the ferry. ',
      said('Dr Sefton Ames', '“She would have liked that,”'),
      ' Dr Ames said. ',
      said('Dr Sefton Ames', '“She was seasick every time.”'),
    ),
    readMore('skerra-ferry'),
  ],
}
