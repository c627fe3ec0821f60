import { type Drawing, HEIGHT, n, type Point, WIDTH } from '../drawing'

/** A night match from behind the goal line: four pylons, a full stand, the grass lit like a stage. */
export function stadium(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#070f22'],
      [0.4, '#12264a'],
      [0.6, '#24456f'],
      [1, '#0d2a22'],
    ]),
  )
  for (let star = 0; star < 60; star += 1)
    d.circle(
      d.between(0, WIDTH),
      d.between(0, 300),
      d.between(0.5, 1.6),
      '#dfe8ff',
      `fill-opacity="${n(d.between(0.2, 0.7))}"`,
    )
  for (const [x, top] of [
    [150, 130],
    [1450, 130],
    [520, 236],
    [1080, 236],
  ] as const)
    pylon(d, x, top)
  // The far stand: roof, tiers of people, boards.
  d.polygon(
    [
      [120, 420],
      [1480, 420],
      [1560, 360],
      [40, 360],
    ],
    d.linear([
      [0, '#1c2e4d'],
      [1, '#0b162b'],
    ]),
  )
  d.line(
    [
      [40, 362],
      [1560, 362],
    ],
    '#9fc0e8',
    4,
    'stroke-opacity="0.7"',
  )
  d.rect(80, 420, 1440, 200, '#0f1a2e')
  crowd(d, 90, 1510, 428, 530, 10)
  d.rect(80, 528, 1440, 9, '#24395c')
  crowd(d, 90, 1510, 544, 618, 11)
  for (let x = 140; x < 1520; x += 172)
    d.line(
      [
        [x, 420],
        [x, 530],
      ],
      '#0b1426',
      7,
    )
  d.rect(60, 612, 1480, 26, '#12233f')
  const boards = ['#c94f32', '#e7c25a', '#2f7fb0', '#e9e4d2', '#3d8c64']
  for (let board = 0; board < 12; board += 1)
    d.rect(64 + board * 123, 614, 117, 22, boards[board % 5] ?? '#c94f32', 'fill-opacity="0.9"')
  d.polygon(
    [
      [0, 380],
      [110, 410],
      [110, 640],
      [0, 760],
    ],
    '#0c1629',
  )
  d.polygon(
    [
      [WIDTH, 380],
      [1490, 410],
      [1490, 640],
      [WIDTH, 760],
    ],
    '#0c1629',
  )
  for (let fan = 0; fan < 190; fan += 1) {
    const left = d.between(0, 105)
    const y = 420 + d.random() * (230 + (105 - left))
    for (const x of [left, WIDTH - left])
      d.circle(
        x,
        y,
        d.between(4, 7),
        ['#d9c9b2', '#a93a35', '#e7d9bb', '#3c5a86'][Math.floor(d.random() * 4)] ?? '#d9c9b2',
        'fill-opacity="0.7"',
      )
  }
  pitch(d)
  goal(d)
  const players: readonly (readonly [number, number, number, string])[] = [
    [430, 730, 74, '#c8372f'],
    [640, 716, 68, '#efe9da'],
    [905, 760, 86, '#c8372f'],
    [1130, 742, 80, '#efe9da'],
    [560, 850, 128, '#efe9da'],
    [1010, 880, 142, '#c8372f'],
    [300, 915, 158, '#c8372f'],
  ]
  for (const [x, y, height, shirt] of players) player(d, x, y, height, shirt)
  d.circle(1104, 874, 12, '#fdfbf2')
  d.ellipse(1100, 888, 15, 4, '#0a2a1a', 'fill-opacity="0.6"')
  d.wash(
    d.radial(
      [
        [0.5, '#030813', 0],
        [1, '#030813', 0.55],
      ],
      [0.5, 0.6, 0.8],
    ),
  )
  for (const [x, top] of [
    [150, 130],
    [1450, 130],
  ] as const) {
    d.polygon(
      [
        [x - 60, top],
        [x + 60, top],
        [x < 800 ? 1180 : 900, 960],
        [x < 800 ? 480 : 300, 960],
      ],
      d.linear([
        [0, '#eaf3ff', 0.2],
        [1, '#eaf3ff', 0],
      ]),
    )
    lamps(d, x, top, 1)
    d.glow(x, top + 20, 420, '#eaf3ff', 0.75)
  }
}

function pylon(d: Drawing, x: number, top: number): void {
  const scale = top < 200 ? 1 : 0.62
  d.line(
    [
      [x - 24 * scale, 620],
      [x - 9 * scale, top + 60],
    ],
    '#0a1428',
    8 * scale,
  )
  d.line(
    [
      [x + 24 * scale, 620],
      [x + 9 * scale, top + 60],
    ],
    '#0a1428',
    8 * scale,
  )
  for (let y = top + 80; y < 420; y += 40 * scale)
    d.line(
      [
        [x - 18 * scale, y],
        [x + 18 * scale, y + 36 * scale],
      ],
      '#0a1428',
      4 * scale,
    )
  d.rect(x - 82 * scale, top - 34 * scale, 164 * scale, 104 * scale, '#101d38')
  lamps(d, x, top, scale)
  d.glow(x, top + 18 * scale, 230 * scale, '#dcebff', 1)
}

function lamps(d: Drawing, x: number, top: number, scale: number): void {
  for (let row = 0; row < 4; row += 1)
    for (let lamp = 0; lamp < 6; lamp += 1)
      d.circle(x + (lamp - 2.5) * 26 * scale, top + (row * 25 - 20) * scale, 9.5 * scale, '#fdfdff')
}

function crowd(d: Drawing, left: number, right: number, top: number, bottom: number, step: number): void {
  const colors = ['#a93a35', '#d9c9b2', '#3c5a86', '#c8372f', '#8c97ab', '#e7d9bb', '#5b2a35']
  for (let y = top; y < bottom; y += step * 1.05) {
    for (let x = left; x < right; x += step) {
      if (d.random() < 0.07) continue
      d.circle(
        x + d.between(-2, 2),
        y + d.between(-1.5, 1.5),
        step * 0.36,
        colors[Math.floor(d.random() * colors.length)] ?? '#a93a35',
        `fill-opacity="${n(d.between(0.4, 0.95))}"`,
      )
    }
  }
}

function pitch(d: Drawing): void {
  const at = (x: number, depth: number): Point => [800 + (x - 800) * (0.92 + depth * 0.85), 640 + depth ** 1.15 * 427]
  for (let stripe = 0; stripe < 8; stripe += 1) {
    const [from, to] = [stripe / 8, (stripe + 1) / 8]
    d.polygon([at(-700, from), at(2300, from), at(2300, to), at(-700, to)], stripe % 2 ? '#2f7d45' : '#3a8f50')
  }
  d.rect(
    0,
    640,
    WIDTH,
    HEIGHT - 640,
    d.radial(
      [
        [0, '#f0ffe2', 0.42],
        [0.7, '#6fbf6d', 0.05],
        [1, '#04180d', 0.55],
      ],
      [0.5, 0.35, 0.75],
    ),
  )
  const chalk = 'stroke-opacity="0.85"'
  d.line([at(60, 0.04), at(1540, 0.04)], '#f6fbf0', 3, chalk)
  d.line([at(470, 0.04), at(470, 0.36), at(1130, 0.36), at(1130, 0.04)], '#f6fbf0', 4, chalk)
  d.line([at(640, 0.04), at(640, 0.15), at(960, 0.15), at(960, 0.04)], '#f6fbf0', 3, chalk)
  d.path('M690,790Q800,838 910,790', 'none', `stroke="#f6fbf0" stroke-width="4" ${chalk}`)
  d.ellipse(800, 735, 6, 3, '#f6fbf0')
}

function goal(d: Drawing): void {
  d.rect(706, 560, 188, 94, '#cfe2ef', 'fill-opacity="0.16"')
  for (let x = 714; x < 894; x += 12)
    d.line(
      [
        [x, 562],
        [x + (800 - x) * 0.05, 652],
      ],
      '#e9f2f7',
      1,
      'stroke-opacity="0.6"',
    )
  for (let y = 570; y < 652; y += 11)
    d.line(
      [
        [706, y],
        [894, y],
      ],
      '#e9f2f7',
      1,
      'stroke-opacity="0.6"',
    )
  d.line(
    [
      [704, 656],
      [704, 558],
      [896, 558],
      [896, 656],
    ],
    '#ffffff',
    6,
  )
  player(d, 806, 664, 60, '#e0a52f')
}

function player(d: Drawing, x: number, y: number, height: number, shirt: string): void {
  const h = (part: number) => height * part
  const lean = d.between(-0.08, 0.08)
  d.ellipse(x + h(0.25), y + 2, h(0.34), h(0.04), '#06200f', 'fill-opacity="0.55"')
  d.ellipse(x - h(0.25), y + 2, h(0.3), h(0.035), '#06200f', 'fill-opacity="0.35"')
  d.line(
    [
      [x - h(0.04), y - h(0.44)],
      [x - h(0.14), y - h(0.22)],
      [x - h(0.2), y],
    ],
    '#1f1a1c',
    h(0.085),
  )
  d.line(
    [
      [x + h(0.04), y - h(0.44)],
      [x + h(0.15), y - h(0.25)],
      [x + h(0.08), y - h(0.02)],
    ],
    '#2a2224',
    h(0.085),
  )
  d.rect(x - h(0.12), y - h(0.52), h(0.24), h(0.17), shirt === '#efe9da' ? '#1d2c4d' : '#f3efe2', `rx="${n(h(0.03))}"`)
  d.polygon(
    [
      [x - h(0.13), y - h(0.48)],
      [x + h(0.13), y - h(0.48)],
      [x + h(0.17 + lean), y - h(0.82)],
      [x - h(0.15 - lean), y - h(0.82)],
    ],
    shirt,
  )
  d.line(
    [
      [x - h(0.13), y - h(0.78)],
      [x - h(0.25), y - h(0.62)],
      [x - h(0.17), y - h(0.52)],
    ],
    shirt,
    h(0.07),
  )
  d.line(
    [
      [x + h(0.15), y - h(0.78)],
      [x + h(0.27), y - h(0.66)],
      [x + h(0.31), y - h(0.54)],
    ],
    shirt,
    h(0.07),
  )
  d.circle(x + h(lean), y - h(0.91), h(0.075), '#3a2a26')
  d.polygon(
    [
      [x + h(0.05), y - h(0.48)],
      [x + h(0.13), y - h(0.48)],
      [x + h(0.17 + lean), y - h(0.82)],
      [x + h(0.08), y - h(0.82)],
    ],
    '#10131f',
    'fill-opacity="0.3"',
  )
}

/** The steps of a courthouse in hard morning light. */
export function courtroomSteps(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#7ba0b8'],
      [0.5, '#c9d3cd'],
      [1, '#f1dfbd'],
    ]),
  )
  d.rect(
    0,
    150,
    WIDTH,
    560,
    d.linear([
      [0, '#3a3f4b'],
      [1, '#565560'],
    ]),
  )
  d.polygon(
    [
      [-60, 150],
      [800, -120],
      [1660, 150],
    ],
    d.linear([
      [0, '#f6e6c6'],
      [1, '#d3ba94'],
    ]),
  )
  d.polygon(
    [
      [130, 132],
      [800, -66],
      [1470, 132],
    ],
    d.linear([
      [0, '#c3a983'],
      [1, '#e4cfa9'],
    ]),
  )
  d.rect(
    -20,
    132,
    WIDTH + 40,
    62,
    d.linear([
      [0, '#fbeed2'],
      [0.5, '#e2c9a0'],
      [1, '#a48c6e'],
    ]),
  )
  for (let letter = 0; letter < 22; letter += 1)
    if (letter % 6 !== 5)
      d.rect(438 + letter * 33, 148, [17, 21, 14][letter % 3] ?? 17, 28, '#8c7459', 'fill-opacity="0.75"')
  for (let dentil = 0; dentil < 66; dentil += 1) d.rect(dentil * 25, 194, 14, 13, '#c9ae86')
  // The doors, half open, with light behind.
  d.rect(676, 330, 248, 382, '#2a2320')
  d.rect(690, 344, 108, 368, '#5b3a26')
  d.rect(802, 344, 108, 368, '#ffd994')
  d.polygon(
    [
      [910, 344],
      [858, 362],
      [858, 712],
      [910, 712],
    ],
    '#4a2f20',
  )
  for (const y of [370, 480, 590]) d.rect(704, y, 80, 88, 'none', 'stroke="#7b5337" stroke-width="5"')
  d.glow(830, 540, 240, '#ffdf9e', 0.7)
  for (let column = 0; column < 6; column += 1) pillar(d, 110 + column * 276)
  // Shadows of the columns across the steps, then the steps themselves.
  for (let step = 0; step < 11; step += 1) {
    const y = 706 + step * 18 + step * step * 1.65
    const next = 706 + (step + 1) * 18 + (step + 1) ** 2 * 1.65
    const tread = (next - y) * 0.56
    d.rect(0, y, WIDTH, tread, step % 2 ? '#f4e2be' : '#f9e9c8')
    d.rect(
      0,
      y + tread,
      WIDTH,
      next - y - tread + 1,
      d.linear([
        [0, '#a58b70'],
        [1, '#c7ab87'],
      ]),
    )
  }
  for (let column = 0; column < 6; column += 1) {
    const x = 110 + column * 276
    d.polygon(
      [
        [x - 46, 706],
        [x + 46, 706],
        [x + 430, HEIGHT],
        [x + 290, HEIGHT],
      ],
      '#4a4356',
      'fill-opacity="0.34"',
    )
  }
  d.rect(0, 1052, WIDTH, 15, '#8a755f')
  const people: readonly (readonly [number, number, number])[] = [
    [560, 800, 150],
    [606, 806, 158],
    [1010, 742, 132],
  ]
  for (const [x, y, height] of people) {
    d.polygon(
      [
        [x - 12, y],
        [x + 14, y],
        [x + height * 0.95, y + height * 0.55],
        [x + height * 0.78, y + height * 0.58],
      ],
      '#3b3447',
      'fill-opacity="0.5"',
    )
    d.figure(x, y, height, x === 606 ? '#5a3336' : '#33384c', '#201c28')
  }
  advocate(d, 905, 985)
  d.wash(
    d.linear(
      [
        [0, '#fff0c9', 0.34],
        [0.5, '#fff0c9', 0],
        [1, '#2a2033', 0.28],
      ],
      [0, 0, 1, 1],
    ),
  )
  d.wash(
    d.radial(
      [
        [0.55, '#1c1520', 0],
        [1, '#1c1520', 0.5],
      ],
      [0.48, 0.48, 0.8],
    ),
  )
}

function pillar(d: Drawing, x: number): void {
  d.rect(
    x - 47,
    240,
    94,
    440,
    d.linear(
      [
        [0, '#fff2d4'],
        [0.3, '#f0d9b0'],
        [0.7, '#b0957a'],
        [1, '#6a5f63'],
      ],
      [0, 0, 1, 0],
    ),
  )
  for (let flute = -3; flute < 4; flute += 1)
    d.line(
      [
        [x + flute * 13, 250],
        [x + flute * 13, 672],
      ],
      '#7f6c5c',
      2.4,
      'stroke-opacity="0.42"',
    )
  d.rect(x - 62, 207, 124, 22, '#e9d2a8')
  d.path(
    `M${x - 56},229L${x + 56},229Q${x + 50},246 ${x + 47},250L${x - 47},250Q${x - 50},246 ${x - 56},229Z`,
    '#c9ad86',
  )
  d.rect(x - 58, 668, 116, 20, '#d8bd94')
  d.rect(x - 68, 686, 136, 22, '#ead3aa')
}

/** Somebody in a gown, going up with a bundle of papers. */
function advocate(d: Drawing, x: number, y: number): void {
  d.polygon(
    [
      [x - 40, y],
      [x + 60, y],
      [x + 330, HEIGHT],
      [x + 160, HEIGHT],
    ],
    '#2b2536',
    'fill-opacity="0.55"',
  )
  d.path(
    `M${x - 30},${y - 258}Q${x - 74},${y - 190} ${x - 92},${y - 30}Q${x - 60},${y - 12} ${x - 8},${y - 26}Q${x + 50},${y - 8} ${x + 98},${y - 40}Q${x + 66},${y - 190} ${x + 34},${y - 258}Q${x},${y - 276} ${x - 30},${y - 258}Z`,
    d.linear(
      [
        [0, '#2c2936'],
        [1, '#131119'],
      ],
      [0, 0, 1, 0],
    ),
  )
  for (const fold of [-44, -14, 22, 54])
    d.line(
      [
        [x + fold * 0.5, y - 230],
        [x + fold, y - 40],
      ],
      '#454154',
      3,
      'stroke-opacity="0.7"',
    )
  d.circle(x + 2, y - 292, 29, '#4c382f')
  d.path(
    `M${x - 30},${y - 286}Q${x - 34},${y - 330} ${x + 2},${y - 330}Q${x + 38},${y - 330} ${x + 33},${y - 284}Q${x + 20},${y - 300} ${x + 2},${y - 299}Q${x - 18},${y - 300} ${x - 30},${y - 286}Z`,
    '#e9e2d2',
  )
  d.line(
    [
      [x + 30, y - 232],
      [x + 72, y - 166],
      [x + 34, y - 138],
    ],
    '#1c1923',
    26,
  )
  d.rect(x + 2, y - 176, 66, 50, '#f6ead0', `transform="rotate(-8 ${x + 30} ${y - 150})"`)
  d.rect(x + 2, y - 156, 66, 7, '#b0303a', `transform="rotate(-8 ${x + 30} ${y - 150})"`)
  d.line(
    [
      [x - 24, y - 26],
      [x - 26, y],
    ],
    '#0e0c13',
    17,
  )
  d.line(
    [
      [x + 28, y - 26],
      [x + 36, y - 22],
    ],
    '#0e0c13',
    17,
  )
}
