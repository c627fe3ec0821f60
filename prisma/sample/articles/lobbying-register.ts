import type { SampleArticle } from '../article'
import { link, p, said, to } from '../build'

export const article: SampleArticle = {
  key: 'lobbying-register',
  section: 'politics',
  kicker: 'Transparency',
  headline: 'Ministers met Thorne Meridian fourteen times in a year, register shows',
  standfirst: 'Only two of the meetings have minutes. Transport ministry says the rest were “courtesies”.',
  trailText: 'Fourteen meetings, two sets of minutes: what the register says about a shipping line’s welcome',
  topics: ['the-assembly', 'ports-and-shipping'],
  bylines: [{ byline: 'tamsin' }],
  hoursAgo: 3,
  state: 'DRAFT',
  body: [
    p(
      'Ministers and their deputies met people from Thorne Meridian on fourteen occasions in the twelve months before its chairman proposed a treaty on the running of four harbours, according to a register that the government is required to keep and had not, until this week, been asked to show.',
    ),
    p(
      'Minutes exist for two of the meetings. Both concern ',
      link('the Skerra ferry', to('skerra-ferry')),
      '. The transport ministry described the other twelve as courtesies, for which no note is needed.',
    ),
    p(
      said('Lise Arden', '“A courtesy is a handshake,”'),
      ' said Lise Arden, who drafted the register law when she was a member of the Assembly. ',
      said('Lise Arden', '“Two hours with a map on the table is a meeting.”'),
    ),
    p('The premier’s office has been asked which of the fourteen dealt with harbour fees.'),
  ],
}
