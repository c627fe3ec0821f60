import type { SampleArticle } from '../article'
import { p, said } from '../build'

export const article: SampleArticle = {
  key: 'torrin-volcano',
  section: 'world',
  kicker: 'Torrin',
  headline: 'Islanders go home as Torrin volcano falls quiet',
  standfirst: 'Last 600 evacuees allowed back after 40 days; harbour still closed to large ships',
  trailText: 'The last 600 evacuees are allowed back after 40 days',
  topics: ['weather'],
  bylines: [{ byline: 'wire' }],
  source: {
    name: 'Kestria Wire',
    url: 'https://wire.example/world/torrin-volcano-evacuees-return',
    isCanonical: true,
    origin: 'WIRE',
    licence: 'Printed under subscription',
  },
  hoursAgo: 130,
  state: 'PUBLISHED',
  body: [
    p(
      'The last people to be moved from the slopes of Mount Torrin returned to their villages on {day} after the island’s observatory lowered its warning to the second of five levels.',
    ),
    p(
      'Some 600 people had spent forty days in school halls and on two ferries moored for the purpose. Ash fell on the eastern half of the island to a depth of eight centimetres, and the observatory counted 2,200 small earthquakes.',
    ),
    p(
      said('Pascoe Amon', '“The mountain has gone back to being scenery,”'),
      ' said the island’s governor, Pascoe Amon. ',
      said('Pascoe Amon', '“We shall be looking at it rather more often.”'),
    ),
    p(
      'Nobody was killed. The harbour remains closed to large ships while pumice is cleared from the approach. Damage to crops has been put at 30 million Torrin dollars.',
    ),
  ],
}
