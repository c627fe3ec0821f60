import type { SampleArticle } from '../article'
import { bullets, crosshead, link, p, readMore, said, to } from '../build'

export const article: SampleArticle = {
  key: 'thorne-results',
  section: 'business',
  kicker: 'Shipping',
  headline: 'Thorne Meridian profits double as freight rates recover',
  standfirst: 'Record half year for Kestria’s largest line, which says it can wait for a treaty but would rather not',
  trailText: 'Record half year for Kestria’s largest shipping line',
  topics: ['ports-and-shipping', 'economy'],
  bylines: [{ byline: 'joss' }],
  hoursAgo: 122,
  state: 'PUBLISHED',
  body: [
    p(
      'Thorne Meridian, the shipping line that carries a third of Kestria’s exports, more than doubled its profit in the first half of the year as the price of moving a container recovered from the lowest level in a decade.',
    ),
    p(
      'The company earned 418 million crowns before tax in the six months to the end of June, against 197 million a year earlier, on sales that rose by 22 per cent. It will pay a dividend of 14 crowns a share, the first since it bought the Tarrick dry docks.',
    ),
    bullets(
      ['Containers carried: 1.3 million, up by 9 per cent'],
      ['Average price of a container, Aldermouth to Belmara: 612 crowns, up by 31 per cent'],
      ['Ships in service: 64, of which 11 are leased'],
      ['Net debt: 2.2 billion crowns, down by 300 million'],
    ),
    p(
      'Leander Thorne, the founder and chairman, holds 38 per cent of the shares. Their rise since he made ',
      link('his four-ports speech', to('four-ports-explained')),
      ' has added, on paper, 1.1 billion crowns to his fortune.',
    ),
    crosshead('Queues at Punta Lisse'),
    p(
      'Freya Lund, the chief executive, told analysts that waiting for papers off Punta Lisse had cost the line 1,900 days of ship time in the half year. She declined to say whether she had seen the treaty before it was read out. ',
      said('Freya Lund', '“I run the ships,”'),
      ' she said. ',
      said('Freya Lund', '“The speeches are another department.”'),
    ),
    p(
      'Analysts were divided about how long the good times will last. Forty-one large vessels ordered by the line’s rivals are to be delivered over the next eighteen months, enough to push rates down again if trade does not grow. ',
      said('Osric Behn', '“It is a fine set of figures for a business that has no say in its own prices,”'),
      ' said Osric Behn of Quayside Capital.',
    ),
    readMore('rate-decision'),
  ],
}
