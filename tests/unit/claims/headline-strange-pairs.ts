import { type ClaimWithHeadlines, claimed } from './headline-table'

/**
 * Written by somebody who knew neither the rules nor the other tables, and whose lines nobody looked at while rules changed: what the check
 * is worth on strange headlines.
 */
export const strangePairs: ClaimWithHeadlines[] = [
  {
    claim: claimed('Lena Prochazka', 'the Ostrava clinic billed patients for tests that were never done', 'denied', [
      'Ostrava Clinic',
    ]),
    raise: [
      'Ostrava clinic billed patients for phantom tests',
      'Clinic charged for tests it never did',
      'Patients paid for tests that Ostrava clinic never carried out',
      'The Ostrava clinic’s bills for tests nobody did',
      'Phantom tests billed at Ostrava clinic',
    ],
    pass: [
      'Ostrava clinic denies billing for phantom tests',
      'Whistleblower: Ostrava clinic billed for phantom tests',
      'Did Ostrava clinic bill for tests never done?',
      'Ostrava clinic opens new test centre',
      'Clinic ‘billed patients for tests never done’, says Prochazka',
    ],
  },
  {
    claim: claimed('Vera Holm', 'Deputy mayor Karl Stenberg used city lorries to build his summer house', 'denied', [
      'Karl Stenberg',
    ]),
    raise: [
      'Stenberg built summer house with city lorries',
      'City lorries hauled timber for deputy mayor’s summer house',
      'Deputy mayor used council trucks on own house',
      'How Stenberg’s summer house was built on city wheels',
      'Stenberg used city lorries for his house',
    ],
    pass: [
      'Deputy mayor accused of using city lorries for summer house',
      'Stenberg: I never used city lorries',
      'Stenberg rejects lorry claims',
      'City buys forty electric lorries',
      'Holm says Stenberg used city lorries for house',
    ],
  },
  {
    claim: claimed('Fiona Rae', 'the dam at Corrie Glen leaks and engineers knew it in March', 'denied', [
      'Highland Water',
    ]),
    raise: [
      'Corrie Glen dam is leaking',
      'Engineers knew of Corrie Glen leak in March',
      'Leaking dam: engineers knew for months',
      'Corrie Glen dam leak hidden since March',
      'Dam at Corrie Glen leaks, and engineers knew',
    ],
    pass: [
      'Highland Water denies dam leak',
      'Is the Corrie Glen dam leaking?',
      'Corrie Glen dam leaks, according to former engineer',
      'Corrie Glen walkers warned of storm',
      'Ex-engineer alleges Corrie Glen dam leak',
    ],
  },
  {
    claim: claimed('Dario Melk', 'striker Dario Melk was offered money to miss a penalty', 'denied', ['FC Torva']),
    raise: [
      'Melk was offered cash to miss penalty',
      'Striker Melk offered money to miss spot kick',
      'Money offered to Melk for missed penalty',
      'Torva striker got bribe offer over penalty',
      'Melk offered bribe to miss penalty',
    ],
    pass: [
      'Melk says he was offered money to miss penalty',
      'FC Torva denies Melk penalty bribe',
      'Melk misses penalty as Torva lose',
      'Was Melk offered money to miss a penalty?',
      'Melk ‘offered money to miss penalty’',
    ],
  },
  {
    claim: claimed('the nurses’ union', 'a third of the nurses at St Brannoc hospital have left since January'),
    raise: [
      'A third of St Brannoc nurses have quit',
      'St Brannoc loses third of its nurses',
      'One in three nurses gone from St Brannoc since January',
      'St Brannoc hospital nurses leave in droves',
      'Third of nurses left St Brannoc hospital this year',
    ],
    pass: [
      'Union says third of St Brannoc nurses have left',
      'St Brannoc hospital hires 40 nurses',
      'A third of St Brannoc nurses left, union claims',
      'Has St Brannoc lost a third of its nurses?',
      'St Brannoc nurses honoured at town hall',
    ],
  },
  {
    claim: claimed('Clean Coast', 'Minister Abena Osei owns shares in the mine that she licensed', 'denied', [
      'Abena Osei',
    ]),
    raise: [
      'Osei owns shares in mine she licensed',
      'Minister holds stake in mine she approved',
      'Osei’s shares in licensed mine',
      'Minister Osei licensed mine she part owns',
      'Mine licence went to firm part-owned by minister',
    ],
    pass: [
      'Osei denies owning mine shares',
      'Campaigners claim Osei owns shares in mine',
      'No evidence that Osei owns mine shares',
      'Minister Osei opens mine inquiry',
      'Osei sues over claim of shares in mine',
    ],
  },
  {
    claim: claimed('Professor Ida Quint', 'the sugar tax has cut tooth decay in children by half'),
    raise: [
      'Sugar tax halves tooth decay in children',
      'Tooth decay in children cut by half by sugar tax',
      'Children’s tooth decay halved after sugar tax',
      'Sugar tax has cut child tooth decay',
      'How the sugar tax saved children’s teeth from decay',
    ],
    pass: [
      'Sugar tax halved tooth decay, study suggests',
      'Quint: sugar tax halved tooth decay in children',
      'Sugar tax to rise in spring',
      'Has the sugar tax cut tooth decay?',
      'Dentists reject claim that sugar tax halved decay',
    ],
  },
  {
    claim: claimed('Farmers’ League', 'Bellweather Bank froze the accounts of 900 farmers by mistake', 'denied', [
      'Bellweather Bank',
    ]),
    raise: [
      'Bank froze 900 farmers’ accounts by mistake',
      'Bellweather freezes farmers out of accounts in error',
      'Nine hundred farmers’ accounts frozen by Bellweather',
      'Farmers’ accounts frozen in Bellweather blunder',
      'Bellweather Bank’s mistake froze farm accounts',
    ],
    pass: [
      'Bellweather denies freezing farmers’ accounts',
      'Bellweather froze accounts by mistake, farmers say',
      'Frozen fields: farmers face bitter March',
      'Bellweather Bank names new chief',
      'Farmers’ League tells MPs bank froze accounts by mistake',
    ],
  },
  {
    claim: claimed('defence barrister Noor Hadi', 'the inspector Paul Grady planted the knife in the flat', 'denied', [
      'Paul Grady',
    ]),
    raise: [
      'Inspector planted knife in flat',
      'Grady planted the knife',
      'Knife in flat was planted by inspector Grady',
      'Inspector Grady put knife in suspect’s flat',
      'Planted knife: how Grady framed tenant',
    ],
    pass: [
      'Inspector denies planting knife',
      'Grady ‘planted knife in flat’, court told',
      'Inspector accused of planting knife in flat',
      'Knife found in flat on Harbour Street',
      'Barrister alleges inspector Grady planted knife',
    ],
  },
  {
    claim: claimed('Owen Tull', 'the broadcaster Channel Nine faked the crowd scenes in its election film', 'denied', [
      'Channel Nine',
    ]),
    raise: [
      'Channel Nine faked crowds in election film',
      'Election film’s crowds were fake',
      'Faked crowd scenes in Channel Nine election film',
      'Broadcaster faked crowd scenes for election film',
      'Crowd scenes faked, and Channel Nine knew',
    ],
    pass: [
      'Channel Nine denies faking crowd scenes',
      'Channel Nine film draws record crowd',
      'Did Channel Nine fake its election crowds?',
      'Tull claims Channel Nine faked crowd scenes',
      'Channel Nine reportedly faked crowd scenes',
    ],
  },
  {
    claim: claimed('Greta Sund', 'Pastor Elias Brandt spent the roof fund on a car', 'denied', ['Elias Brandt']),
    raise: [
      'Pastor spent roof fund on car',
      'Brandt bought car with roof fund',
      'Church roof fund paid for pastor’s car',
      'Pastor Brandt’s car came from roof fund',
      'Roof money went on pastor’s new car',
    ],
    pass: [
      'Pastor denies buying car with roof fund',
      'Brandt: roof fund is all there',
      'Parishioner says pastor spent roof fund on car',
      'Church roof fund passes 40,000',
      'Pastor ‘spent roof fund on car’',
    ],
  },
  {
    claim: claimed('a leaked memo', 'Novalis will close its plant in Harrowgate and sack 1,200 workers', 'denied', [
      'Novalis',
    ]),
    raise: [
      'Novalis to close Harrowgate plant',
      'Novalis to sack 1,200 workers at Harrowgate',
      'Harrowgate plant closes with loss of 1,200 jobs',
      'Novalis axes 1,200 as Harrowgate plant shuts',
      '1,200 workers sacked as Novalis quits Harrowgate',
    ],
    pass: [
      'Novalis denies plan to close Harrowgate plant',
      'Novalis to close Harrowgate plant, memo says',
      'Novalis workers at Harrowgate win award',
      'Will Novalis close its Harrowgate plant?',
      'Unconfirmed memo: Novalis to close Harrowgate plant',
    ],
  },
  {
    claim: claimed('Alva Reyes', 'swimmer Alva Reyes was injected with a banned drug by her coach', 'denied', [
      'coach Milo Hart',
    ]),
    raise: [
      'Reyes injected with banned drug by coach',
      'Coach gave swimmer Reyes banned injections',
      'Coach Hart injected swimmer with banned drug',
      'Reyes was doped by her own coach',
      'Banned drug injected into swimmer by coach',
    ],
    pass: [
      'Coach denies injecting Reyes',
      'Reyes says coach injected banned drug',
      'Reyes: coach injected me with banned drug',
      'Banned drug list grows for swimmers',
      'Reyes ‘injected with banned drug’ by coach, she says',
    ],
  },
  {
    claim: claimed('Tarn Watch', 'the river Tarn carries ten times the lead that the law allows', 'denied', [
      'the water board',
    ]),
    raise: [
      'River Tarn has ten times legal lead level',
      'Lead in Tarn is 10 times legal limit',
      'Tarn carries ten times more lead than law allows',
      'Poisoned river: ten times the lead in the Tarn',
      'Tarn’s lead ten times over the limit',
    ],
    pass: [
      'Water board denies lead in Tarn is ten times limit',
      'Tarn carries ten times legal lead, watchdog says',
      'Tarn Watch takes lead in river clean-up',
      'Is there lead in the Tarn?',
      'Board disputes Tarn lead figures',
    ],
  },
  {
    claim: claimed('Sven Dahl', 'the school at Lund hid a measles outbreak from parents for nine days', 'denied', [
      'the headteacher',
    ]),
    raise: [
      'School hid measles outbreak from parents',
      'Lund school hid measles for nine days',
      'Nine days of silence: school kept measles from parents',
      'Measles outbreak hidden from parents at Lund school',
      'Lund school’s hidden measles outbreak',
    ],
    pass: [
      'School denies hiding measles outbreak',
      'Parents say Lund school hid measles outbreak',
      'Did Lund school hide measles outbreak?',
      'Measles outbreak closes Lund pool',
      'School ‘hid measles outbreak from parents’',
    ],
  },
]
