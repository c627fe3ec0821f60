import type { SampleArticle } from '../article'
import { crosshead, link, p, pullQuote, said, web } from '../build'

export const article: SampleArticle = {
  key: 'carved-oar',
  section: 'culture',
  kicker: 'Archaeology',
  headline: 'Oar pulled from a bog is older than the boat it was thought to belong to',
  standfirst: 'Scientists at Quillbridge date the carving to 3,400 years ago and find a thumbprint in the pitch',
  trailText: 'A thumbprint in the pitch, 3,400 years old, upsets the story of Kestria’s first sailors',
  topics: ['skerra-isles', 'arts'],
  bylines: [{ byline: 'beatrix' }],
  picture: 'laboratory',
  hoursAgo: 290,
  state: 'PUBLISHED',
  body: [
    p(
      'For sixty years the Oxen oar has hung beside the Oxen boat in the museum at Hollin, and schoolchildren have been told that the one rowed the other. It did not. The oar, scientists at Quillbridge University announced on {day}, was already nine hundred years old when the boat was built.',
    ),
    p(
      'That makes it the oldest piece of seagoing equipment found in Kestria, and rather spoils the accepted account, in which the islands were empty until people with metal axes came over to fell the trees.',
    ),
    crosshead('A drop of pitch'),
    p(
      'The team, led by Dr Ravenna Choi, took a sample the size of a grain of rice from inside a crack, where the museum’s varnish had not reached. The wood was ash, felled 3,400 years ago, give or take forty. A smear of birch pitch, used to fill a split in the blade, gave the same answer.',
    ),
    p(
      'Under the microscope the pitch gave something else: the ridges of a thumb. It is small. Dr Choi thinks that it belonged to somebody of about twelve. ',
      said('Dr Ravenna Choi', '“They pressed it in, looked at it, and pressed again,”'),
      ' she said. ',
      said('Dr Ravenna Choi', '“I have a child that age. I know exactly the face.”'),
    ),
    pullQuote(
      { speaker: 'Dr Ravenna Choi', role: 'Quillbridge University' },
      'We went looking for a date and found somebody being told to hurry up.',
    ),
    p(
      'The carving on the handle, a row of twenty-nine notches, may count the days of a moon, or crossings, or fish. The full results are in ',
      link('the university’s journal', web('https://quillbridge.example/journal/oxen-oar')),
      '. The museum will move the oar to a case of its own, and has asked the schools to send back the worksheets.',
    ),
  ],
}
