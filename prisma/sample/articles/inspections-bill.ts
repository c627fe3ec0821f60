import type { SampleArticle } from '../article'
import { crosshead, link, p, quotation, readMore, related, said, to } from '../build'

export const article: SampleArticle = {
  key: 'inspections-bill',
  section: 'politics',
  kicker: 'The Assembly',
  headline: 'Port inspections bill scrapes through by nine votes',
  standfirst: 'Eleven Commonweal members rebel as ministers concede a yearly report to the chamber',
  trailText: 'Government survives a rebellion of eleven after promising the chamber a yearly report',
  topics: ['the-assembly', 'ports-and-shipping'],
  bylines: [{ byline: 'tamsin' }],
  picture: 'councilChamber',
  hoursAgo: 27,
  state: 'PUBLISHED',
  body: [
    p(
      'The government’s bill to let foreign inspectors board ships in Kestrian harbours passed its second reading by nine votes on {day-1} night, after the whips spent the afternoon in the corridors and ministers gave way on the one point that they had said they never would.',
    ),
    p(
      'Members voted 203 to 194. Eleven of Premier Maud Ellery’s own Commonweal party voted against her, and four more were found to have pressing business in the tea room.',
    ),
    p(
      'The bill allows the transport minister to admit inspectors from ',
      said('The bill', '“a state with which arrangements of equal effect have been made”'),
      '. It was drafted in the winter, long before ',
      link('Leander Thorne’s four-ports plan', to('four-ports-explained')),
      ' gave that phrase a face. Since then, as one rebel put it, every line of it has been read with a map of Calvara alongside.',
    ),
    crosshead('The price of nine votes'),
    p(
      'To hold the rest of her side together, Ines Halloway, the transport minister, agreed that she would lay before the chamber each spring a list of every inspection made by a foreign officer, with its outcome. She had told a committee last month that such a list would be a gift to smugglers.',
    ),
    quotation(
      { speaker: 'Ines Halloway', role: 'Transport minister' },
      'I have listened, and I have changed my mind in public, which I am told is a dangerous habit. The list will be published. What is on it will be decided by people who know what a smuggler reads.',
    ),
    p(
      'Tobias Renn, the leader of National Concord, called the concession ',
      said('Tobias Renn', '“a fig leaf the size of a postage stamp”'),
      ' and said that his party would try to remove the clause altogether when the bill goes to committee.',
    ),
    p(
      'Green Shore, whose 22 members were thought to be wavering, voted with the government after receiving a letter about the dumping of ballast water. Its contents were read out by the Speaker, to some laughter, since the letter was addressed to the wrong ministry.',
    ),
    p(
      'The bill now goes to a committee of seventeen, on which the government has a majority of one. The member who makes up that majority, Ottilie Crane, sits for Tarrick and was among the eleven rebels.',
    ),
    readMore('lobbying-register'),
    related('four-ports-explained', 'mayor-budget'),
  ],
}
