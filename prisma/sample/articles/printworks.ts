import type { SampleArticle } from '../article'
import { image, p, said } from '../build'

export const article: SampleArticle = {
  key: 'printworks',
  section: 'business',
  kicker: 'Media',
  headline: 'Corvane’s last newspaper press to stop at Christmas',
  standfirst: 'Eighty-six jobs go as printing of five titles, including this one, moves to Aldermouth',
  trailText: 'Eighty-six jobs go as the printing of five titles moves to the coast',
  topics: ['economy'],
  bylines: [{ byline: 'joss' }],
  picture: 'newsstand',
  hoursAgo: 20,
  state: 'FILED',
  body: [
    p(
      'The last newspaper press in Corvane will be switched off in December with the loss of 86 jobs, its owner said on {day}, ending 140 years in which the city went to bed to the sound of it.',
    ),
    p(
      'Five titles are printed at the works on Foundry Lane, among them the inland edition of The Aldermouth Courier. All will move to Aldermouth. Copies for Steinfell and the upper Highmarch, which leave Corvane at one in the morning, will leave the coast at ten the night before.',
    ),
    image('newsstand'),
    p(
      'Marchpress, which owns the works, said that it printed 410,000 copies a night twenty years ago and prints 62,000 now. A new drum for the press would cost more than the building.',
    ),
    p(
      said('Ambrose Keane', '“We have known since the second folder was sold for parts,”'),
      ' said Ambrose Keane, who has worked there since he was sixteen. ',
      said('Ambrose Keane', '“You still look up when it starts.”'),
    ),
    p(
      'The Courier said that none of its own staff would be affected and that deadlines for late sport would have to be brought forward.',
    ),
  ],
}
