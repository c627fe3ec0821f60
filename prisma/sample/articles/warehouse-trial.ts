import type { SampleArticle } from '../article'
import { p, said, timeline } from '../build'

export const article: SampleArticle = {
  key: 'warehouse-trial',
  section: 'news',
  kicker: 'Courts',
  headline: 'Warehouse owner knew alarm was off, court told',
  standfirst: 'Prosecution opens its case over the Ropewalk Street fire. Defence says that he relied on his insurers.',
  trailText: 'Prosecution opens its case over the Ropewalk Street fire',
  topics: ['aldermouth'],
  bylines: [{ byline: 'callum' }],
  picture: 'courtroomSteps',
  hoursAgo: 31,
  state: 'PUBLISHED',
  body: [
    p(
      'The owner of a warehouse that burned for two days knew that its fire alarm had been disconnected and had decided to repair it ',
      said('Prosecution', '“when the cotton was out”'),
      ', a court in Aldermouth heard on {day-1}.',
    ),
    p(
      'Desmond Farrow, 58, of Chandlers’ Hill, denies two charges of endangering life and one of making a false statement to an insurer. Nobody died in the fire at Ropewalk Street, but 140 people were taken from their homes and a firefighter, Kit Sandoval, spent eleven weeks in hospital.',
    ),
    p(
      'Opening the case, Helena Voigt, for the prosecution, told the jury that the alarm had been giving false warnings for a month, each of which meant an evacuation and a fee. On a Monday in March it was switched off. An email sent by Mr Farrow that evening, she said, showed that he had been told.',
    ),
    p('The jury was shown photographs of the alarm panel, on which somebody had hung a calendar.'),
    p(
      'Lucian Abbey, for Mr Farrow, said that his client ran eleven buildings and received 200 emails a day. An inspector working for the insurers had walked through the warehouse nine days before the fire and signed it off. ',
      said('Lucian Abbey', '“If the man whose profession it is did not see the calendar,”'),
      ' Mr Abbey said, ',
      said('Lucian Abbey', '“it is hard to see why the landlord should.”'),
    ),
    timeline(
      'From alarm to court',
      ['February', 'The alarm at Ropewalk Street begins to give false warnings, two or three a week.'],
      ['A Monday in March', 'It is switched off. An email tells the owner so.'],
      ['Nine days before the fire', 'An inspector for the insurers walks through the warehouse and signs it off.'],
      ['The last night of March', 'The warehouse burns. 140 neighbours are taken to a school gymnasium.'],
      ['{day-1}', 'The trial begins.'],
    ),
    p('The trial, before Judge Ingrid Paley, is expected to last for five weeks.'),
  ],
}
