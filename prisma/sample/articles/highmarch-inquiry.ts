import type { SampleArticle } from '../article'
import { bullets, p, readMore, said } from '../build'

export const article: SampleArticle = {
  key: 'highmarch-inquiry',
  section: 'politics',
  kicker: 'Railways',
  headline: 'Halloway orders inquiry into Highmarch line delays',
  standfirst:
    'One train in three has been late since the new timetable. Operator blames a signal box built in its founders’ day.',
  trailText: 'Transport minister acts after a month in which one Highmarch train in three ran late',
  topics: ['highmarch', 'transport', 'the-assembly'],
  bylines: [{ byline: 'tamsin' }],
  hoursAgo: 5,
  state: 'FILED',
  body: [
    p(
      'An inquiry into the punctuality of the Highmarch railway will report before the winter timetable, Ines Halloway, the transport minister, told the Assembly on {day}.',
    ),
    p(
      'One in three trains between Corvane and Steinfell has run more than ten minutes late since the timetable changed in spring, against one in nine a year ago. On the worst day, a Friday, no train arrived on time in either direction.',
    ),
    p(
      'The operator, Uplands Rail, says that the timetable is sound and that the fault lies with the signal box at Varn Junction, which is worked by levers and closes when its one trained signaller is ill.',
    ),
    p('The inquiry, led by Gudrun Tolley, a former chief engineer of the Aldermouth trams, will look at:'),
    bullets(
      ['whether the timetable was tested before it was published;'],
      ['why a second signaller, promised two years ago, has not been found;'],
      ['whether passengers who missed connections were told what they were owed.'],
    ),
    p(
      said('Ines Halloway', '“People have been patient because they like the line,”'),
      ' Ms Halloway said. ',
      said('Ines Halloway', '“That is a reason to fix it before they stop.”'),
    ),
    readMore('summit-railway'),
  ],
}
