import type { SampleArticle } from '../article'
import { bullets, crosshead, link, p, pullQuote, quotation, readMore, said, to } from '../build'

export const article: SampleArticle = {
  key: 'tanners-quay',
  section: 'news',
  kicker: 'Housing',
  headline: 'Tanners’ Quay homes approved by a single vote',
  standfirst: 'After seven hours and 94 speakers, planners back 1,200 homes on the last empty stretch of the Alder',
  trailText: 'A seven-hour hearing ends with 1,200 homes and a promise about the view',
  topics: ['housing', 'aldermouth'],
  bylines: [{ byline: 'callum' }],
  picture: 'terracedHouses',
  hoursAgo: 50,
  state: 'PUBLISHED',
  body: [
    p(
      'The largest housing scheme in Aldermouth for a generation was approved at ten minutes to two on {day} morning, by eight votes to seven, in a council chamber where the tea urn had been empty since ten.',
    ),
    p(
      'Some 1,200 homes will be built on Tanners’ Quay, the mile of cleared ground between the Coopers’ Bridge and the sea wall where the leather works stood until they closed. Four in ten are to be let at social rents. The tallest building will have eleven storeys; the first drawings had nineteen.',
    ),
    p(
      'Ninety-four people spoke. The youngest, who was nine, asked where the herons would go. The oldest had worked in the drying lofts and said that anyone who wanted the quay left as it was had never smelled it.',
    ),
    crosshead('The view from Chandlers’ Hill'),
    p(
      'Most of the objections came from the terraces on the hill behind, whose residents would lose sight of the water. The developer, Alder Reach Homes, agreed late in the evening to open three gaps between the buildings, each as wide as the street that it faces.',
    ),
    quotation(
      { speaker: 'Marta Ingram', role: 'Chandlers’ Hill Residents’ Association' },
      'We are not against homes. Half of us have grown-up children in the back bedroom. We asked for a hill that can still see its river, and at half past one in the morning somebody finally drew it.',
    ),
    p('Under the agreement that goes with the permission, the developer will also pay for:'),
    bullets(
      ['a primary school with 210 places, open before the four-hundredth home is sold;'],
      ['raising the sea wall by 60 centimetres along the whole quay;'],
      ['a landing stage for ', link('the Skerra ferry', to('skerra-ferry')), ', if the operator wants one.'],
    ),
    pullQuote(
      { speaker: 'Councillor Hugo Bell', role: 'Chair, planning committee' },
      'I have had letters calling me a vandal from both sides. I take it that the drawing is about right.',
    ),
    p(
      'Building is due to begin in the spring. The engineers will first have to deal with what the tanners left in the ground, which the report describes, over eleven pages, as ',
      said('The engineers’ report', '“variable”'),
      '.',
    ),
    readMore('flood-barrier'),
  ],
  changes: [
    p(
      'Alder Reach Homes said on {day+1} that it would publish the soil report in full, after residents asked why one page had been left out of the copy shown at the hearing.',
    ),
  ],
}
