import type { SampleArticle } from '../article'
import { p } from '../build'

export const article: SampleArticle = {
  key: 'coxless-four',
  section: 'sport',
  kicker: 'Rowing',
  headline: 'Two sisters and two rivals named in Kestria’s four',
  standfirst: 'Selectors keep faith with the Aldermouth pair and add the crew that beat them',
  trailText: 'Selectors add the crew that beat the Aldermouth pair',
  topics: [],
  bylines: [{ byline: 'wire' }],
  hoursAgo: 190,
  state: 'PUBLISHED',
  body: [
    p(
      'Ann and Jory Tregarth, the Aldermouth sisters who finished second at the national trials, have been chosen for the coxless four with Imke Dahl and Rhona Pryce of Quillbridge, who finished first.',
    ),
    p(
      'The crew will row together for the first time on {day+2} and race in Valdren a fortnight later. Pryce will steer. The selectors said that they had asked all four whether they were content with the order of the seats and had received four different answers.',
    ),
  ],
}
