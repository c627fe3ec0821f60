import { type ClaimWithHeadlines, claimed } from './headline-table'

/** Written before the rules and never tuned against: what the check is worth on headlines it has not met. */
export const unseenPairs: ClaimWithHeadlines[] = [
  {
    claim: claimed('Orla Venn', 'Transport minister Piet Harrow took a free holiday from a rail contractor', 'denied', [
      'Piet Harrow',
    ]),
    raise: [
      'Harrow took free holiday from rail contractor',
      'Minister accepted rail firm’s holiday',
      'Rail contractor paid for Harrow holiday',
      "Harrow's free trip on the rail contractor",
    ],
    pass: [
      'Harrow denies free holiday from rail contractor',
      'Venn: Harrow took free holiday',
      'Harrow rejects holiday claim',
      'Harrow opens new rail line',
      'Rail contractor wins award',
      'Harrow ‘took free holiday from contractor’',
    ],
  },
  {
    claim: claimed('Dr Salma Quist', 'Brackmoor hospital left patients in corridors for 30 hours'),
    raise: [
      'Patients left in corridors for 30 hours at Brackmoor',
      'Brackmoor hospital patients waited 30 hours in corridors',
      'Thirty hours in a Brackmoor corridor',
    ],
    pass: [
      'Patients left 30 hours in corridors, says Brackmoor doctor',
      'Brackmoor hospital appoints new chief',
      'Brackmoor patients "left in corridors for 30 hours"',
      'Were Brackmoor patients left in corridors?',
      'Brackmoor hospital to open at last',
    ],
  },
  {
    claim: claimed('Ines Tolland', 'Striker Bako Reyl agreed to join Marrowby United', 'denied', ['Bako Reyl']),
    raise: [
      'Reyl to join Marrowby',
      'Bako Reyl signs for Marrowby United',
      'Marrowby land Reyl',
      'Striker Reyl agrees Marrowby move',
    ],
    pass: [
      'Reyl denies agreeing Marrowby move',
      'Reyl reportedly set for Marrowby',
      'Reyl scores twice in derby',
      'Marrowby United lose at home',
      'Reyl “has agreed to join Marrowby”, agent claims',
    ],
  },
  {
    claim: claimed('Gus Lindqvist', 'Corvane Foods sold meat past its date', 'disputed', ['Corvane Foods']),
    raise: [
      'Corvane sold out-of-date meat',
      'Corvane Foods selling meat past its date',
      'Meat sold past its date by Corvane',
      'Corvane flogged old meat',
    ],
    pass: [
      'Corvane disputes old meat claim',
      'Corvane accused of selling old meat',
      'Corvane Foods opens second plant',
      'Whistleblower: Corvane sold meat past date',
      'No evidence Corvane sold old meat',
    ],
  },
  {
    claim: claimed('Detective Ros Amery', 'Tobin Slate started the fire at Pell Wharf', 'asserted'),
    raise: [
      'Tobin Slate started Pell Wharf fire',
      'Slate lit blaze at Pell Wharf',
      'Pell Wharf fire started by Slate',
      'Slate torched Pell Wharf',
    ],
    pass: [
      'Slate accused of starting Pell Wharf fire',
      'Slate denies starting Pell Wharf blaze',
      'Slate charged over Pell Wharf fire',
      'Hundreds flee Pell Wharf fire',
      'Slate did not start Pell Wharf fire, court told',
    ],
  },
  {
    claim: claimed('Professor Ilse Dorn', 'Eating seaweed halves the risk of stroke', 'disputed', ['Kurt Ames']),
    raise: ['Seaweed halves stroke risk', 'Eating seaweed cuts risk of stroke by half', 'Seaweed diet halves strokes'],
    pass: [
      'Seaweed may halve stroke risk, study suggests',
      'Seaweed harvest fails',
      'Does seaweed halve stroke risk?',
      'Seaweed halves stroke risk, professor says',
      'Stroke unit to close',
    ],
  },
  {
    claim: claimed('Leo Partridge', 'Mayor Greta Holm plans to close six libraries', 'denied, repeated', [
      'Greta Holm',
    ]),
    raise: [
      'Mayor to shut six libraries',
      'Holm plans to close 6 libraries',
      "Holm's plan to close libraries",
      'Six libraries face axe under Holm',
    ],
    pass: [
      'Holm denies library closures',
      'Holm “plans to close six libraries”',
      'Holm reads to children at library',
      'Will Holm close six libraries?',
      'Mayor will not close libraries',
      'Holm cuts ribbon at new library',
    ],
  },
  {
    claim: claimed('Nadia Frome', 'Chief executive Rolf Bexley quit Tarn Energy after a row over pay'),
    raise: [
      'Tarn Energy boss quits over pay row',
      'Bexley resigns from Tarn Energy in row over pay',
      'Pay row ends Bexley reign at Tarn',
      "Bexley's exit from Tarn Energy after pay row",
    ],
    pass: [
      'Bexley quit over pay, source claims',
      'Tarn Energy lifts prices',
      'Bexley quit Tarn over pay, according to Frome',
      'Frome alleges Bexley quit over pay row',
      'Nurses quit in pay row',
    ],
  },
  {
    claim: claimed('Cass Orme', 'General Vadim Strel ordered the shelling of Norvik market', 'denied', ['Vadim Strel']),
    raise: [
      'Strel ordered shelling of Norvik market',
      'General ordered Norvik market attack',
      'Norvik market shelled on orders of Strel',
      'Strel behind Norvik market shelling',
    ],
    pass: [
      'General denies ordering Norvik shelling',
      'Norvik market reopens',
      'Strel rejects claim he ordered market shelling',
      'Strel meets president',
      'Witness: Strel ordered Norvik shelling',
    ],
  },
  {
    claim: claimed('Hal Vint', 'Sprinter Mira Kasse failed a drugs test twice', 'asserted'),
    raise: [
      'Kasse failed two drugs tests',
      'Mira Kasse twice failed drug test',
      'Sprinter Kasse fails second drugs test',
      'Kasse tests positive twice',
    ],
    pass: [
      'Kasse wins 100m',
      'Kasse failed drugs tests, coach says',
      'Kasse insists she passed drugs test',
      'Kasse never failed a drugs test: lawyer',
      'Rival failed drugs test, Kasse says',
    ],
  },
  {
    claim: claimed('Amos Greel', 'The bank Harbour & Sons hid 40 million in losses', 'repeated'),
    raise: [
      'Harbour & Sons hid 40m losses',
      'Harbour & Sons concealed losses of 40 million',
      'Bank hid 40m in losses',
      'Hidden: 40m losses at Harbour & Sons',
    ],
    pass: [
      'Harbour & Sons posts profit',
      'Harbour & Sons accused of hiding losses',
      'Ex-trader says bank hid 40m losses',
      'Harbour & Sons refutes hidden losses claim',
      'Storm losses reach 40m',
    ],
  },
  {
    claim: claimed('Bea Thorn', 'Councillor Dev Ruane voted on his own planning application', 'withdrawn'),
    raise: [
      'Ruane voted on own planning bid',
      'Councillor votes for own planning application',
      "Ruane's vote on his own plans",
    ],
    pass: [
      'Ruane elected leader',
      'Planning rules to change',
      'Did Ruane vote on own application?',
      'Ruane “voted on own planning application”',
      'Ruane dismisses planning vote claim',
    ],
  },
  {
    claim: claimed('Eli Marsh', 'Police killed Jonah Pike while he was in handcuffs', 'disputed', ['Chief Dana Roe']),
    raise: [
      'Police killed Jonah Pike in handcuffs',
      'Pike killed by police while handcuffed',
      'Handcuffed Pike dead at hands of police',
      'Officers killed cuffed Pike',
    ],
    pass: [
      'Police deny killing Pike',
      'Hundreds mourn Jonah Pike',
      'Pike inquest opens',
      'Pike killed in handcuffs, family claims',
      'Police allegedly killed handcuffed Pike',
    ],
  },
  {
    claim: claimed('Wim Acker', 'Lunar Forge faked the results of its rocket trial', 'confirmed'),
    raise: [],
    pass: ['Lunar Forge faked rocket results', 'Lunar Forge rigged rocket trial'],
  },
  {
    claim: claimed('Petra Moss', 'Actor Finn Calder hit a waiter at the Osprey hotel', 'corrected'),
    raise: [
      'Calder hit waiter at Osprey hotel',
      'Actor punched hotel waiter',
      'Waiter hit by Finn Calder',
      'Calder struck Osprey waiter',
    ],
    pass: [
      'Calder hits box office high',
      'Calder denies hitting waiter',
      'Waiter says Calder hit him at Osprey',
      'Hotel waiter wins lottery',
      'Calder is said to have hit hotel waiter',
    ],
  },
  {
    claim: claimed('Sunil Crane', 'President Ana Keld met rebel leaders in secret last May', 'denied', ['Ana Keld']),
    raise: [
      'Keld held secret talks with rebels',
      'President met rebel leaders in secret',
      "Keld's secret rebel talks",
      'Keld met rebels in May',
      'Minister says sun will shine as Keld met rebels',
    ],
    pass: [
      'Keld denies meeting rebels',
      'Rebel leaders meet in secret',
      'Keld meets farmers',
      'Envoy tells of Keld’s secret rebel talks',
      'Keld “met rebels in secret”',
    ],
  },
  {
    claim: claimed('Vera Nunn', 'Aldwick Water dumped sewage in the river Thrush', 'denied', ['Aldwick Water']),
    raise: [
      'Aldwick dumped sewage in Thrush',
      'Sewage poured into Thrush by Aldwick Water',
      'Aldwick Water fouls river with sewage',
      'Water firm dumps sewage in river Thrush',
    ],
    pass: [
      'Aldwick Water to cut bills',
      'Aldwick denies dumping sewage',
      'Campaigners accuse Aldwick of sewage dumping',
      'Thrush river floods',
      'Aldwick Water: we did not dump sewage',
    ],
  },
  {
    claim: claimed('Joss Arden', 'Teacher Lila Brandt lost 200 exam papers on a tram'),
    raise: [
      'Brandt lost 200 exam papers on tram',
      'Teacher leaves exam papers on tram',
      'Exam papers lost on tram by Lila Brandt',
      'Brandt mislaid 200 papers',
    ],
    pass: [
      'Brandt denies losing exam papers',
      'Teacher wins award',
      'Exam papers lost on tram, pupil claims',
      'Tram strike goes on',
      'Brandt reportedly lost exam papers',
    ],
  },
]
