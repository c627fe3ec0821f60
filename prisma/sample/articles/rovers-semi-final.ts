import type { SampleArticle } from '../article'
import { bold, bullets, crosshead, p, readMore, said } from '../build'

export const article: SampleArticle = {
  key: 'rovers-semi-final',
  section: 'sport',
  kicker: 'Football',
  headline: 'Rovers reach first semi-final in 31 years with the last kick but one',
  standfirst:
    'Aldermouth Rovers 2, Corvane Athletic 1. A defender who had not scored since his schooldays picks his moment.',
  trailText: 'A defender who had not scored since his schooldays picks his moment',
  topics: ['football', 'aldermouth'],
  bylines: [{ byline: 'beatrix' }],
  picture: 'stadium',
  hoursAgo: 14,
  state: 'PUBLISHED',
  body: [
    p(
      'There were ninety-four minutes on the clock and Teo Banerly was, by his own account, trying to get out of the way. The corner came over flat, struck him somewhere between the hip and the ribs, and went in. It was the first goal of a career of 211 matches. He ran the length of the pitch to celebrate and had to be substituted with cramp.',
    ),
    p(
      'So Aldermouth Rovers, of the second division, are in the semi-final of the Federation Cup for the first time in 31 years, and Corvane Athletic, who cost ninety times as much, are not.',
    ),
    crosshead('A night in three parts'),
    p(
      'For half an hour Corvane played as though they had somewhere else to be. Idriss Vale put them ahead with a shot that was still rising when it hit the net, and might have had two more but for Pim Osk in the Rovers goal, who is 38 and drives a school bus.',
    ),
    p(
      'Then it began to rain. The floodlights caught it in sheets, the passes that had fizzed started to stick, and Rovers, who train on a field that belongs to a brewery’s horses, felt at home. Cass Delory levelled after 58 minutes, sliding in at the far post with a wave of water in front of him.',
    ),
    p(
      said(
        'Marguerite Sloan',
        '“I told them at half-time that nobody in the history of football has been beaten by a puddle,”',
      ),
      ' said their manager, Marguerite Sloan. ',
      said('Marguerite Sloan', '“I may have been wrong. I think that we did it.”'),
    ),
    p(bold('The semi-finals'), ', to be played in three weeks:'),
    bullets(['Aldermouth Rovers v Steinfell United'], ['Quillbridge Town v Port Union']),
    readMore('summit-downhill'),
    p('The school bus left on time in the morning. Its driver was applauded on.'),
  ],
}
