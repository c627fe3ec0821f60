import type { SampleArticle } from '../article'
import {
  bullets,
  crosshead,
  explained,
  link,
  note,
  numbers,
  p,
  pullQuote,
  questions,
  readMore,
  run,
  said,
  signUp,
  table,
  to,
} from '../build'

export const article: SampleArticle = {
  key: 'four-ports-explained',
  section: 'politics',
  kicker: 'Explained',
  headline: 'What the four-ports plan would change, harbour by harbour',
  standfirst:
    'One set of pilots, one table of fees and a court that nobody has yet agreed to pay for. The proposal read line by line.',
  trailText: 'Pilots, fees, inspectors and a new court: a reader’s guide to Leander Thorne’s treaty',
  topics: ['ports-and-shipping', 'calvara'],
  bylines: [{ byline: 'joss' }],
  hoursAgo: 218,
  state: 'PUBLISHED',
  body: [
    p(
      'It runs to nineteen pages, two of which are maps. It was written, its author says, on a night crossing from Belmara, and read aloud on the end of the Tarrick breakwater to an audience of dockers, schoolchildren and one dog. It is also the most detailed proposal for the Strait of Orrin that anyone has made in forty years.',
    ),
    p(
      'Leander Thorne’s draft treaty would not redraw the line down the middle of the strait. It would make the line matter less, by handing the running of four harbours to a body in which Kestria and Calvara hold equal seats.',
    ),
    crosshead('How it would work'),
    numbers(
      [
        'A ship bound for any of the four harbours would take on a pilot from a common pool, based at whichever station is nearest. At present a vessel that calls on both shores pays for two.',
      ],
      [
        'Fees would be set once a year, in one table. Smaller ports would be compensated from ',
        explained(
          'a levy on containers',
          'Two crowns for each container that is loaded or landed, collected by the larger ports and shared out by the tonnage of the smaller ones.',
        ),
        '.',
      ],
      [
        'Inspectors would work in mixed pairs. The Assembly is about to vote on ',
        link('a bill of its own', to('inspections-bill')),
        ' that would make this either easier or impossible, depending on whom one asks.',
      ],
      ['Disputes would go to a court of five, sitting on the ferry route at Hollin, in the Skerra Isles.'],
    ),
    crosshead('Who gains'),
    p(
      'Aldermouth handles as many containers as the other three together and would hand over the most. In return its ships would no longer queue off Punta Lisse for papers; the port authority puts the cost of that queue at 41 million crowns a year.',
      note(
        'Aldermouth Port Authority, annual report for last year, page 22. The figure counts fuel and wages, not late cargo.',
      ),
    ),
    table(
      'Ships and containers in the four harbours last year',
      ['Harbour', 'Country', 'Ships', 'Containers'],
      ['Aldermouth', 'Kestria', '6,412', '1,180,000'],
      ['Belmara', 'Calvara', '4,977', '731,000'],
      ['Punta Lisse', 'Calvara', '2,204', '298,000'],
      [run('Tarrick', note('Without the coal pier, which closed in the spring.')), 'Kestria', '1,035', '64,500'],
    ),
    p(
      'Tarrick, which has lost half of its traffic since the coal trade ended, would gain most in proportion. ',
      said('Wyn Ostler', '“We would be a stop on somebody’s timetable again,”'),
      ' said Wyn Ostler, who chairs its harbour board. ',
      said('Wyn Ostler', '“I would like to read the timetable before I sign it.”'),
    ),
    pullQuote(
      { speaker: 'Yusra Hadley', role: 'Professor of maritime law, Quillbridge University' },
      'It is a better treaty than most governments write. That is not the same as a treaty that governments will sign.',
    ),
    p(
      'Belmara’s gains are harder to count. Calvaran shipping lines are paid by the state for calling at Kestrian ports, and a common table of fees would bring that to an end within three years. Professor Yusra Hadley of Quillbridge University, who has taught the law of the strait for two decades, finds the clause surprising: it is a concession that ',
      said('Yusra Hadley', '“nobody makes by accident, and few make without having asked for something first”'),
      '.',
    ),
    signUp('inside-keel-house', 'Follow the treaty through the Assembly with our political letter.'),
    questions(
      'Asked by readers',
      [
        'Would Kestria lose its harbours?',
        'No. Quays, cranes and land stay where they are and belong to whom they belong. What would be shared is who pilots, inspects and charges the ships.',
      ],
      [
        'When could it begin?',
        'Two parliaments would have to agree first. Nobody who has counted votes in either expects that before the end of next year.',
      ],
    ),
    crosshead('What it leaves out'),
    bullets(
      ['Fishing. The word appears once, in a footnote.'],
      ['The Gannet Bank, claimed by both countries and now the site of a wind farm.'],
      ['Who pays for the court.'],
      ['What happens to the 1,300 customs officers whose posts would no longer exist.'],
    ),
    p(
      'On the last point Mr Thorne’s office says that the officers would be retrained as inspectors. Their union says that it has not been asked, and that there would be places for about a third of them.',
    ),
    readMore('thorne-results'),
    p(
      'The foreign ministry says that it will answer the proposal ',
      said('The foreign ministry', '“when it has been put to us, rather than to the gulls”'),
      '.',
    ),
  ],
}
