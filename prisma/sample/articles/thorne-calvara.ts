import type { SampleArticle } from '../article'
import {
  bullets,
  crosshead,
  divider,
  image,
  keyPoints,
  link,
  p,
  post,
  pullQuote,
  quotation,
  readMore,
  related,
  said,
  signUp,
  to,
  web,
} from '../build'

export const article: SampleArticle = {
  key: 'thorne-calvara',
  section: 'politics',
  kicker: 'Four-ports treaty',
  headline: 'Thorne discussed four-ports plan with Calvaran president before unveiling it',
  standfirst:
    'The shipping magnate says no government saw his treaty before the public did. The analyst who reported the conversation stands by every word, and has added some.',
  trailText: 'Shipping magnate denies a private call with Teodor Anselmo; analyst says he described it to her himself',
  topics: ['ports-and-shipping', 'calvara', 'the-assembly'],
  bylines: [
    { byline: 'nadia', role: 'Reported by' },
    { byline: 'amaury', role: 'Translated by' },
  ],
  picture: 'harbourAtDusk',
  source: {
    name: 'The Long Anchor',
    url: 'https://long-anchor.example/letters/the-call-from-belmara',
    isCanonical: false,
  },
  hoursAgo: 0.7,
  state: 'PUBLISHED',
  // As it was first written, the headline states what he denies: it went out with a reason, before his answer came.
  overrideReason: 'The desk had the letter and not yet his answer. We follow up within the hour.',
  claims: [
    {
      words: 'he discussed his four-ports treaty with Calvara’s president before he made it public',
      kind: 'ASSERTED',
      speaker: 'Judith Amsel',
      against: 'Leander Thorne',
      statement: 'Leander Thorne discussed his four-ports treaty with Calvara’s president before he made it public',
      basis: 'OTHER_OUTLET',
    },
    {
      words: 'has rejected an account that he talked the idea through with President Teodor Anselmo of Calvara',
      kind: 'DENIED',
      speaker: 'Leander Thorne',
      of: 0,
      basis: 'POST',
    },
    {
      words: 'the call lasted the better part of an hour',
      kind: 'REPEATED',
      speaker: 'Judith Amsel',
      of: 0,
      basis: 'OTHER_OUTLET',
    },
    {
      words: 'that Punta Lisse keep its own pilotage fees for fifteen years',
      kind: 'ASSERTED',
      speaker: 'Judith Amsel',
      basis: 'OTHER_OUTLET',
    },
    {
      words: 'that inspectors be drawn in equal numbers from both shores',
      kind: 'ASSERTED',
      speaker: 'Judith Amsel',
      basis: 'OTHER_OUTLET',
    },
    {
      words: 'that Kestria set aside its claim to the Gannet Bank',
      kind: 'ASSERTED',
      speaker: 'Judith Amsel',
      basis: 'OTHER_OUTLET',
    },
  ],
  asked: [
    {
      party: 'Leander Thorne',
      contact: 'His office',
      question:
        'Judith Amsel says that you discussed the four-ports treaty with Calvara’s president before you made it public, and that the call lasted the better part of an hour. Is that so?',
      way: 'PRESS_OFFICE',
      askedHoursBefore: 5,
      deadlineHoursBefore: 1,
      answer: { kind: 'DECLINED', words: 'Mr Thorne has said what he has to say.' },
    },
  ],
  sources: [
    {
      codeName: 'Second letter of The Long Anchor',
      kind: 'DOCUMENT',
      terms: 'ON_THE_RECORD',
      isConfidential: false,
      name: 'The Long Anchor, second letter on the call from Belmara',
      contact: 'https://long-anchor.example/letters/the-call-from-belmara',
      notes: 'Read in full, and compared with the text that was read out at Tarrick.',
      behind: ['the call lasted the better part of an hour', 'that Kestria set aside its claim to the Gannet Bank'],
    },
    {
      codeName: 'Cormorant',
      kind: 'PERSON',
      terms: 'DEEP_BACKGROUND',
      isConfidential: true,
      name: 'Berit Solvang',
      contact: 'Rings from a call box; never at the office.',
      notes: 'Kept the president’s diary until the spring. Was in the room when the call was put through.',
      behind: ['the call lasted the better part of an hour'],
    },
  ],
  body: [
    keyPoints(
      'Leander Thorne denies that he discussed his four-ports treaty with Calvara’s president before he made it public.',
      'Judith Amsel, who reported the conversation, says that he described it to her over lunch, and has published three terms.',
      'Two of the three stand in the treaty. The Assembly wants to know why.',
    ),
    p(
      'Leander Thorne, the shipowner who wants to put four rival harbours under a single treaty, has rejected an account that he talked the idea through with President Teodor Anselmo of Calvara weeks before anyone else heard of it.',
    ),
    p(
      'The denial, posted on the social network Lantern shortly before midnight on {day-1}, came a few hours after Judith Amsel, who has written about shipping for most of her working life, told subscribers to ',
      link('her letter, The Long Anchor', web('https://long-anchor.example/')),
      ', that Mr Thorne had described the conversation to her over lunch.',
    ),
    p(
      'When another user put the report to him and asked for a plain answer, Mr Thorne took eleven minutes to give one.',
    ),
    post(
      {
        author: 'Leander Thorne',
        handle: '@leanderthorne',
        network: 'Lantern',
        url: 'https://lantern.example/@leanderthorne/88213',
        daysBefore: 1,
        at: '23:47',
      },
      'It is not accurate. I have met President Anselmo on a single occasion, at a launch in Belmara three springs back. We discussed tugboats.',
      'No minister, here or there, read a line of the plan until I stood up in Tarrick and read it aloud.',
    ),
    p(
      'The plan, set out in ',
      link('a speech on the Tarrick breakwater', to('four-ports-explained')),
      ' ten days ago, would give Aldermouth, Tarrick, Belmara and Punta Lisse common pilots, common inspectors and one table of fees. It has divided the Assembly, delighted Belmara and added a fifth to the price of Thorne Meridian shares.',
    ),
    readMore('four-ports-explained'),
    p(
      'If Mr Thorne hoped that a flat no would close the matter, it did the opposite. By breakfast on {day} Ms Amsel had sent out a second letter, shorter than the first and a good deal more exact.',
    ),
    p(
      said(
        'Judith Amsel',
        '“Mr Thorne told me that the call lasted the better part of an hour, that it was the president who placed it, and that it was the president who wanted Punta Lisse added to the list,”',
        'other-outlet',
      ),
      ' she wrote. ',
      said(
        'Judith Amsel',
        '“He also told me what Calvara would not give up. I wrote it down at the table and read it back to him.”',
        'other-outlet',
      ),
    ),
    p(
      'She has produced the letter every second {day-1} for nineteen years, she went on, and had never printed a conversation that did not take place. ',
      said('Judith Amsel', '“I see no reason to begin with this one.”', 'other-outlet'),
    ),
    pullQuote(
      { speaker: 'Judith Amsel', role: 'Author of The Long Anchor', origin: 'other-outlet' },
      'I like him, and I have said so in print. But building ships well does not make a man a diplomat.',
    ),
    signUp(
      'inside-keel-house',
      'The treaty, the votes and the people counting them: our political letter, twice a week.',
    ),
    crosshead('The terms, as she heard them'),
    p(
      'According to the second letter, Mr Thorne came away with three conditions under which President Anselmo would put his name to a treaty:',
    ),
    bullets(
      ['that Punta Lisse keep its own pilotage fees for fifteen years;'],
      ['that inspectors be drawn in equal numbers from both shores, whatever the traffic;'],
      [
        'that Kestria set aside its claim to the ',
        link('Gannet Bank', to('gannet-bank')),
        ', where the first of 90 turbines is to be connected this autumn.',
      ],
    ),
    p(
      'Two of the three appear, in different words, in the text that Mr Thorne read out at Tarrick. The third does not. Thorne Meridian declined to say how the first two came to be there.',
    ),
    image('straitAtDawn'),
    crosshead('A welcome across the water'),
    p(
      'Belmara, for its part, has been warm from the start. The president’s office called the plan ',
      said('Office of President Teodor Anselmo', '“a sailor’s answer to a politician’s quarrel”', 'statement'),
      ' on the evening that it was published, and the state broadcaster has read long passages of Mr Thorne’s speech on its main bulletin ',
      link('four nights out of ten', to('calvara-reaction')),
      '. Asked on {day} about the telephone call, a spokeswoman said that the president speaks to many people who love the sea.',
    ),
    p(
      'In Aldermouth the reception was cooler. Maud Ellery, the premier, told reporters that foreign policy was made ',
      said('Maud Ellery', '“in this building, by people who can be voted out of it”', 'press-conference'),
      '. Tobias Renn, who leads the opposition, asked for the register of ministers’ meetings with Thorne Meridian to be published before ',
      link('the inspections bill', to('inspections-bill')),
      ' returns to the chamber.',
    ),
    quotation(
      { speaker: 'Bram Colley', role: 'General secretary, Harbour and Quay Workers’ Union' },
      'Eleven thousand people work on those four waterfronts and not one of them was on the telephone, whoever was.',
      'I do not much mind which of the two is telling the truth. I mind that we learned about our own jobs from a newsletter.',
    ),
    divider(),
    p(
      'Mr Thorne returned to Lantern twice more in the course of the morning. In the first post he said that he was a Kestrian shipowner and would be buried as one. In the second he said that his only purpose was to stop the two coastguards from ',
      link('drifting into a collision', to('strait-fishing')),
      ' that nobody wants.',
    ),
    p('Ms Amsel, asked whether she kept the notebook from the lunch, said that she keeps all of them.'),
    readMore('thorne-results'),
    related('calvara-reaction', 'inspections-bill', 'strait-fishing'),
  ],
}
