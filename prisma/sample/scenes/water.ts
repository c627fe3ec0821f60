import { type Drawing, HEIGHT, n, WIDTH } from '../drawing'

/** A container port after sunset: cranes against the last light, and the light on the water. */
export function harbourAtDusk(d: Drawing): void {
  const waterline = 690
  d.wash(
    d.linear([
      [0, '#1b2447'],
      [0.28, '#47386b'],
      [0.46, '#a24f6d'],
      [0.58, '#ea8a5b'],
      [0.66, '#ffcf86'],
      [1, '#ffcf86'],
    ]),
  )
  d.glow(1090, 655, 620, '#ffd08a', 0.75)
  d.circle(1090, 662, 62, '#fff1cf')
  for (const [y, x, length, opacity] of [
    [250, 330, 520, 0.3],
    [300, 760, 620, 0.26],
    [395, 1180, 560, 0.35],
    [470, 420, 700, 0.3],
    [535, 1010, 480, 0.4],
  ] as const) {
    d.soft(x, y, length, 13, '#f7b48b', opacity)
  }
  d.hills(650, 34, '#8a4a66', { bottom: waterline, detail: 6 })
  d.hills(672, 18, '#5f3859', { bottom: waterline, detail: 6 })

  crane(d, 470, waterline, 0.62, '#573653')
  crane(d, 830, waterline, 0.7, '#4c314f')
  // Stacked containers on the quay, with the sun on their right-hand ends.
  const colors = ['#3a2b4a', '#472f4c', '#2f2743', '#553449', '#33304f']
  for (let stack = 0; stack < 17; stack += 1) {
    const tall = Math.min(4, 1 + Math.floor(d.between(0, 3.4)))
    for (let row = 0; row < tall; row += 1) {
      const [x, y] = [20 + stack * 66, waterline - 36 - row * 33] as const
      d.rect(x, y, 63, 31, colors[Math.floor(d.random() * colors.length)] ?? '#33304f')
      d.rect(x + 60, y, 3, 31, '#f3a070', 'fill-opacity="0.65"')
    }
  }
  d.rect(0, waterline - 7, WIDTH, 14, '#241d38')

  d.rect(
    0,
    waterline,
    WIDTH,
    HEIGHT - waterline,
    d.linear([
      [0, '#e58a62'],
      [0.16, '#a95668'],
      [0.5, '#523a63'],
      [1, '#1a1c38'],
    ]),
  )
  d.soft(1090, waterline + 120, 150, 190, '#ffd79a', 0.55)
  d.ripples(waterline + 4, HEIGHT, '#ffe2a8', 230, { x: 1090, spread: 190, opacity: 0.85 })
  d.ripples(waterline + 6, HEIGHT, '#2a2347', 330, { opacity: 0.5 })
  d.ripples(waterline + 6, HEIGHT, '#f0a47e', 170, { opacity: 0.35 })

  ship(d, 1220, waterline + 26)
  crane(d, 230, waterline + 14, 1.06, '#201a35')
  crane(d, 1490, waterline + 8, 0.92, '#2a2040')
  for (const [x, y] of [
    [230, 268],
    [1490, 318],
    [1444, 466],
  ] as const) {
    d.glow(x, y, 46, '#ffe3a6', 0.9)
    d.circle(x, y, 3.4, '#fff6dd')
  }
  d.wash(
    d.radial(
      [
        [0.55, '#0d0a1e', 0],
        [1, '#0d0a1e', 0.5],
      ],
      [0.55, 0.5, 0.78],
    ),
  )
}

/** A ship-to-shore crane standing on (x, y). */
function crane(d: Drawing, x: number, y: number, scale: number, fill: string): void {
  const at = (dx: number, dy: number) => [x + dx * scale, y - dy * scale] as const
  const beam = (from: readonly [number, number], to: readonly [number, number], width: number) =>
    d.line([at(...from), at(...to)], fill, width * scale)
  beam([-70, 0], [-52, 300], 13)
  beam([70, 0], [52, 300], 13)
  beam([-62, 120], [62, 120], 9)
  beam([-62, 120], [54, 290], 5)
  beam([62, 120], [-54, 290], 5)
  beam([-190, 300], [330, 316], 15)
  beam([-190, 318], [330, 332], 5)
  for (let step = -180; step < 320; step += 28) beam([step, 302 + step * 0.03], [step + 14, 318 + step * 0.03], 3)
  beam([-30, 300], [0, 410], 10)
  beam([46, 300], [0, 410], 8)
  beam([0, 410], [320, 322], 3.5)
  beam([0, 410], [190, 318], 3)
  beam([0, 410], [-185, 308], 3.5)
  d.rect(x - 182 * scale, y - 352 * scale, 76 * scale, 40 * scale, fill)
  d.rect(x + 150 * scale, y - 300 * scale, 26 * scale, 22 * scale, fill)
  beam([163, 280], [163, 150], 2)
  beam([150, 150], [176, 150], 7)
}

function ship(d: Drawing, x: number, y: number): void {
  d.path(`M${x - 330},${y - 62}L${x + 300},${y - 70}L${x + 268},${y + 8}L${x - 300},${y + 8}Z`, '#1b1730')
  d.rect(x - 302, y - 4, 580, 9, '#7d3144')
  d.rect(x + 190, y - 168, 66, 100, '#2a2140')
  d.rect(x + 182, y - 176, 84, 14, '#231b38')
  d.line(
    [
      [x + 222, y - 176],
      [x + 222, y - 226],
    ],
    '#231b38',
    4,
  )
  const colors = ['#3b2a48', '#573048', '#2b2745', '#6a3a49', '#403358']
  for (let row = 0; row < 3; row += 1) {
    for (let box = 0; box < 11; box += 1) {
      if (row === 2 && (box < 2 || box > 8)) continue
      d.rect(x - 292 + box * 43, y - 92 - row * 27, 41, 25, colors[Math.floor(d.random() * colors.length)] ?? '#2b2745')
    }
  }
  for (let window = 0; window < 4; window += 1) {
    d.rect(x + 198 + window * 14, y - 150, 8, 6, '#ffdf9d')
    d.rect(x + 198 + window * 14, y - 128, 8, 6, '#ffdf9d', 'fill-opacity="0.7"')
  }
  d.soft(x - 20, y + 18, 330, 14, '#120f24', 0.75)
}

/** The island boat on a grey-green sea, gulls behind it. */
export function ferry(d: Drawing): void {
  const horizon = 520
  d.wash(
    d.linear([
      [0, '#7fa3ad'],
      [0.3, '#b3cbca'],
      [0.49, '#f2ead4'],
      [1, '#f2ead4'],
    ]),
  )
  d.glow(420, 440, 520, '#fff3d6', 0.8)
  for (let index = 0; index < 15; index += 1) {
    d.soft(
      d.between(-50, WIDTH),
      d.between(40, 400),
      d.between(160, 430),
      d.between(10, 34),
      index % 3 === 0 ? '#6f929d' : '#f6f1e2',
      d.between(0.16, 0.42),
    )
  }
  d.hills(486, 26, '#8fb0b1', { bottom: horizon + 2, detail: 6, lean: 20 })
  d.hills(500, 30, '#6b9196', { bottom: horizon + 2, detail: 7, lean: 60 })
  d.rect(
    0,
    horizon,
    WIDTH,
    HEIGHT - horizon,
    d.linear([
      [0, '#bcd0c6'],
      [0.12, '#7ba5a5'],
      [0.5, '#2f6670'],
      [1, '#123f4c'],
    ]),
  )
  d.ripples(horizon + 3, HEIGHT, '#eef3e4', 240, { x: 420, spread: 430, opacity: 0.5 })
  d.ripples(horizon + 10, HEIGHT, '#1b5260', 420, { opacity: 0.4 })

  const x = 930
  const y = 690
  d.path(
    `M${x + 250},${y + 22}Q${x + 560},${y + 20} ${WIDTH + 40},${y + 60}L${WIDTH + 40},${y + 140}Q${x + 500},${y + 70} ${x + 200},${y + 46}Z`,
    '#f4f8ef',
    `fill-opacity="0.55" filter="${d.blur(5)}"`,
  )
  d.soft(x - 20, y + 42, 420, 24, '#0e3340', 0.65)
  // The bow is to the left: hull, belt, decks, bridge, funnel.
  d.path(
    `M${x - 400},${y - 74}L${x + 330},${y - 74}L${x + 316},${y + 34}L${x - 322},${y + 34}Q${x - 372},${y - 10} ${x - 400},${y - 74}Z`,
    d.linear([
      [0, '#1d4a63'],
      [1, '#0d2c40'],
    ]),
  )
  d.path(`M${x - 344},${y + 14}L${x + 319},${y + 14}L${x + 316},${y + 34}L${x - 322},${y + 34}Z`, '#b5483a')
  d.path(`M${x - 400},${y - 78}L${x + 332},${y - 78}L${x + 331},${y - 64}L${x - 396},${y - 64}Z`, '#f3eee0')
  d.path(
    `M${x - 268},${y - 146}L${x + 306},${y - 146}L${x + 312},${y - 78}L${x - 306},${y - 78}Z`,
    d.linear([
      [0, '#fbf7ea'],
      [1, '#d6d9cd'],
    ]),
  )
  d.path(
    `M${x - 196},${y - 204}L${x + 228},${y - 204}L${x + 240},${y - 146}L${x - 226},${y - 146}Z`,
    d.linear([
      [0, '#fffcf1'],
      [1, '#dfe0d3'],
    ]),
  )
  d.path(`M${x - 170},${y - 252}L${x - 30},${y - 252}L${x - 20},${y - 204}L${x - 190},${y - 204}Z`, '#f7f3e5')
  d.path(`M${x - 166},${y - 240}L${x - 52},${y - 240}L${x - 48},${y - 222}L${x - 176},${y - 222}Z`, '#24505f')
  d.path(`M${x + 90},${y - 292}L${x + 172},${y - 292}L${x + 186},${y - 204}L${x + 82},${y - 204}Z`, '#c4523f')
  d.rect(x + 88, y - 274, 88, 16, '#f7f3e5')
  d.rect(x + 86, y - 300, 90, 12, '#1c3844')
  for (let index = 0; index < 19; index += 1)
    d.rect(x - 270 + index * 30, y - 124, 17, 20, index % 5 === 3 ? '#f5d28c' : '#2c5966', 'rx="3"')
  for (let index = 0; index < 13; index += 1)
    d.rect(x - 186 + index * 31, y - 186, 18, 18, index % 4 === 1 ? '#f5d28c' : '#2c5966', 'rx="3"')
  for (let index = 0; index < 4; index += 1) d.ellipse(x - 20 + index * 82, y - 138, 27, 8, '#d9713f')
  d.line(
    [
      [x - 330, y - 78],
      [x - 330, y - 150],
    ],
    '#dcded2',
    3,
  )
  d.line(
    [
      [x - 110, y - 252],
      [x - 110, y - 352],
    ],
    '#e8e6d8',
    4,
  )
  d.line(
    [
      [x - 134, y - 322],
      [x - 86, y - 322],
    ],
    '#e8e6d8',
    3,
  )
  for (let index = 0; index < 11; index += 1)
    d.figure(x - 8 + index * 26 + d.between(-6, 6) - 190, y - 203, 25, '#2b4e58')
  for (let index = 0; index < 5; index += 1)
    d.soft(x + 150 + index * 62, y - 316 - index * 17, 30 + index * 17, 15 + index * 6, '#5d7377', 0.34 - index * 0.055)
  d.path(
    `M${x - 402},${y + 18}Q${x - 300},${y + 2} ${x - 150},${y + 36}Q${x - 10},${y + 56} ${x + 330},${y + 30}L${x + 330},${y + 48}Q${x - 60},${y + 72} ${x - 430},${y + 42}Z`,
    '#f7faf1',
    `fill-opacity="0.85" filter="${d.blur(3)}"`,
  )
  for (let index = 0; index < 70; index += 1)
    d.ellipse(
      x - 380 + d.between(0, 720),
      y + d.between(30, 64),
      d.between(4, 30),
      d.between(1, 3),
      '#f9fbf4',
      `fill-opacity="${n(d.between(0.3, 0.9))}"`,
    )
  for (const [gx, gy, size] of [
    [1310, 330, 34],
    [1400, 410, 26],
    [1235, 250, 22],
    [1460, 290, 30],
    [1150, 330, 18],
    [560, 310, 16],
  ] as const)
    gull(d, gx, gy, size)
  d.wash(
    d.radial(
      [
        [0.55, '#0a2a33', 0],
        [1, '#0a2a33', 0.42],
      ],
      [0.5, 0.5, 0.78],
    ),
  )
}

function gull(d: Drawing, x: number, y: number, size: number): void {
  d.path(
    `M${x - size},${y - size * 0.3}Q${x - size * 0.4},${n(y - size * 0.62)} ${x},${y}Q${n(x + size * 0.45)},${n(y - size * 0.7)} ${x + size},${y - size * 0.42}Q${n(x + size * 0.45)},${n(y - size * 0.44)} ${x},${n(y + size * 0.16)}Q${n(x - size * 0.42)},${n(y - size * 0.36)} ${x - size},${y - size * 0.3}Z`,
    '#f7f5ea',
  )
}

/** A lighthouse on its headland before sunrise, with boats going out. */
export function straitAtDawn(d: Drawing): void {
  const horizon = 640
  d.wash(
    d.linear([
      [0, '#22406b'],
      [0.3, '#5a7fa6'],
      [0.5, '#c3b4bd'],
      [0.6, '#f9cfa4'],
      [1, '#f9cfa4'],
    ]),
  )
  for (let star = 0; star < 70; star += 1)
    d.circle(
      d.between(0, WIDTH),
      d.between(0, 300),
      d.between(0.6, 1.7),
      '#f4f2ff',
      `fill-opacity="${n(d.between(0.2, 0.8))}"`,
    )
  d.glow(430, horizon, 640, '#ffcf97', 0.7)
  for (let index = 0; index < 9; index += 1)
    d.soft(
      d.between(0, 1200),
      d.between(360, 590),
      d.between(180, 420),
      d.between(5, 13),
      index % 2 ? '#8f8fb0' : '#ffd9b3',
      d.between(0.25, 0.5),
    )
  d.hills(622, 20, '#8a8fb0', { bottom: horizon + 2, detail: 6 })
  d.rect(
    0,
    horizon,
    WIDTH,
    HEIGHT - horizon,
    d.linear([
      [0, '#f2c7a4'],
      [0.1, '#b3a3b4'],
      [0.42, '#547398'],
      [1, '#1b3a5e'],
    ]),
  )
  d.ripples(horizon + 3, HEIGHT, '#ffe3bf', 260, { x: 430, spread: 300, opacity: 0.7 })
  d.ripples(horizon + 8, HEIGHT, '#2c4f78', 380, { opacity: 0.4 })
  // The beam, then the headland that hides its foot.
  d.polygon(
    [
      [1222, 352],
      [-60, 130],
      [-60, 372],
    ],
    d.linear(
      [
        [0, '#fff0c2', 0],
        [1, '#fff0c2', 0.62],
      ],
      [0, 0, 1, 0],
    ),
    `filter="${d.blur(6)}"`,
  )
  d.polygon(
    [
      [1228, 352],
      [WIDTH + 40, 398],
      [WIDTH + 40, 470],
    ],
    d.linear(
      [
        [0, '#fff0c2', 0.5],
        [1, '#fff0c2', 0.05],
      ],
      [0, 0, 1, 0],
    ),
    `filter="${d.blur(6)}"`,
  )
  headland(d)
  d.polygon(
    [
      [1184, 656],
      [1198, 388],
      [1252, 388],
      [1266, 656],
    ],
    d.linear(
      [
        [0, '#f3e7d8'],
        [0.42, '#e8d6c8'],
        [1, '#6f7a99'],
      ],
      [0, 0, 1, 0],
    ),
  )
  d.polygon(
    [
      [1189, 574],
      [1193, 490],
      [1257, 490],
      [1261, 574],
    ],
    d.linear(
      [
        [0, '#c4574c'],
        [0.45, '#a94a48'],
        [1, '#5b3a52'],
      ],
      [0, 0, 1, 0],
    ),
  )
  d.rect(1186, 378, 78, 12, '#2b3a59')
  d.rect(1204, 330, 42, 50, '#fff0bf')
  for (const x of [1204, 1218, 1232, 1246])
    d.line(
      [
        [x, 330],
        [x, 380],
      ],
      '#2b3a59',
      3,
    )
  d.path('M1196,332Q1225,290 1254,332Z', '#2b3a59')
  d.circle(1225, 303, 6, '#2b3a59')
  d.glow(1225, 354, 190, '#fff1c4', 0.95)
  d.polygon(
    [
      [1268, 656],
      [1268, 604],
      [1300, 578],
      [1356, 578],
      [1384, 604],
      [1384, 660],
    ],
    '#3c4a69',
  )
  d.polygon(
    [
      [1262, 606],
      [1298, 572],
      [1360, 572],
      [1390, 606],
    ],
    '#2b3653',
  )
  d.rect(1296, 616, 16, 20, '#ffdf9c')
  d.rect(1338, 616, 16, 20, '#ffdf9c')
  boat(d, 330, 740, 1)
  boat(d, 640, 694, 0.6)
  boat(d, 120, 682, 0.45)
  d.wash(
    d.radial(
      [
        [0.55, '#0c1a33', 0],
        [1, '#0c1a33', 0.45],
      ],
      [0.5, 0.5, 0.78],
    ),
  )
}

function headland(d: Drawing): void {
  d.path(
    'M820,1067L900,820Q930,770 1010,742L1060,690Q1120,652 1200,650L1330,652Q1480,640 1600,612L1600,1067Z',
    d.linear([
      [0, '#46577a'],
      [0.4, '#2d3c5d'],
      [1, '#141f38'],
    ]),
  )
  // Bedding planes that fall away to the sea.
  for (let index = 0; index < 70; index += 1) {
    const x = d.between(900, 1600)
    const y = d.between(700, 1060)
    const length = d.between(50, 210)
    const slope = -0.16 - (1600 - x) * 0.0003
    d.polygon(
      [
        [x, y],
        [x + length, y + length * slope],
        [x + length * 0.8, y + length * slope + d.between(8, 26)],
        [x + length * 0.1, y + d.between(6, 16)],
      ],
      index % 3 === 0 ? '#7c84a3' : '#101b33',
      `fill-opacity="${n(d.between(0.1, 0.32))}"`,
    )
  }
  d.line(
    [
      [905, 815],
      [960, 765],
      [1010, 740],
      [1060, 690],
      [1120, 662],
      [1200, 650],
    ],
    '#f6c9a1',
    4,
    'stroke-opacity="0.7"',
  )
  for (let index = 0; index < 60; index += 1)
    d.ellipse(
      d.between(800, 930),
      d.between(850, 1067),
      d.between(8, 40),
      d.between(2, 6),
      '#f5e9df',
      `fill-opacity="${n(d.between(0.1, 0.5))}"`,
    )
}

function boat(d: Drawing, x: number, y: number, scale: number): void {
  const s = (value: number) => value * scale
  d.soft(x, y + s(8), s(104), s(9), '#1a3050', 0.55)
  d.path(
    `M${n(x - s(100))},${n(y - s(34))}L${n(x + s(92))},${n(y - s(24))}L${n(x + s(76))},${n(y + s(8))}L${n(x - s(72))},${n(y + s(8))}Z`,
    '#21304d',
  )
  d.rect(x - s(6), y - s(78), s(54), s(52), '#2b3c5d')
  d.rect(x - s(12), y - s(86), s(66), s(10), '#1d2945')
  d.rect(x + s(2), y - s(66), s(36), s(14), '#ffdf9c')
  d.line(
    [
      [x + s(20), y - s(86)],
      [x + s(20), y - s(150)],
    ],
    '#1d2945',
    s(5),
  )
  d.line(
    [
      [x + s(20), y - s(140)],
      [x - s(70), y - s(38)],
    ],
    '#1d2945',
    s(3),
  )
  d.line(
    [
      [x + s(20), y - s(140)],
      [x + s(84), y - s(26)],
    ],
    '#1d2945',
    s(2),
  )
  d.glow(x + s(20), y - s(152), s(60), '#ffe9b0', 0.9)
}

/** Turbines in rows on the sea, early. */
export function windFarm(d: Drawing): void {
  const horizon = 742
  d.wash(
    d.linear([
      [0, '#4f8fb5'],
      [0.34, '#9fc9d2'],
      [0.6, '#fbe9c6'],
      [0.7, '#ffd9a0'],
      [1, '#ffd9a0'],
    ]),
  )
  d.glow(300, 690, 560, '#fff0c8', 0.85)
  d.circle(300, 676, 44, '#fffbe9')
  for (let index = 0; index < 20; index += 1)
    d.soft(
      d.between(-60, WIDTH),
      d.between(60, 620),
      d.between(120, 400),
      d.between(7, 26),
      index % 3 === 0 ? '#fff7e3' : '#e8eeea',
      d.between(0.2, 0.55),
    )
  d.rect(
    0,
    horizon,
    WIDTH,
    HEIGHT - horizon,
    d.linear([
      [0, '#f3dcae'],
      [0.13, '#a9c3b9'],
      [0.5, '#3f8293'],
      [1, '#15495f'],
    ]),
  )
  d.ripples(horizon + 3, HEIGHT, '#fff4d4', 240, { x: 300, spread: 300, opacity: 0.8 })
  d.ripples(horizon + 6, HEIGHT, '#1f5c70', 420, { opacity: 0.38 })
  const rows = [
    { y: 750, scale: 0.2, step: 96, from: 470, color: '#c3cfc6' },
    { y: 758, scale: 0.34, step: 168, from: 560, color: '#b2c4c2' },
    { y: 776, scale: 0.58, step: 290, from: 700, color: '#8fabb0' },
  ]
  for (const { y, scale, step, from, color } of rows)
    for (let x = from; x < WIDTH + 60; x += step) turbine(d, x, y, scale, color, d.between(0, 120))
  turbine(d, 1130, 838, 1.16, '#f4f2e8', 22, true)
  turbine(d, 620, 800, 0.84, '#e3e8e3', 71, true)
  // A service boat gives the turbines their size.
  d.path('M820,842L930,836L918,862L836,862Z', '#1f4556')
  d.rect(858, 812, 40, 26, '#eae6d6')
  d.rect(864, 818, 28, 9, '#1f4556')
  d.path('M930,850Q1010,846 1100,864L1090,872Q1000,858 920,862Z', '#f5f7ee', `fill-opacity="0.7" filter="${d.blur(2)}"`)
  d.wash(
    d.radial(
      [
        [0.55, '#0b2b3a', 0],
        [1, '#0b2b3a', 0.36],
      ],
      [0.45, 0.55, 0.8],
    ),
  )
}

function turbine(d: Drawing, x: number, y: number, scale: number, color: string, turn: number, isNear = false): void {
  const hub = y - 560 * scale
  const fill = isNear
    ? d.linear(
        [
          [0, '#fffaf0'],
          [0.5, color],
          [1, '#8ba4ab'],
        ],
        [0, 0, 1, 0],
      )
    : color
  d.polygon(
    [
      [x - 11 * scale, y],
      [x - 5 * scale, hub],
      [x + 5 * scale, hub],
      [x + 11 * scale, y],
    ],
    fill,
  )
  if (isNear) {
    d.rect(x - 17 * scale, y - 52 * scale, 34 * scale, 56 * scale, '#d9a441')
    d.ellipse(x, y + 5 * scale, 40 * scale, 6 * scale, '#f4f6ee', 'fill-opacity="0.7"')
  }
  for (const angle of [turn, turn + 120, turn + 240]) {
    d.path(
      `M${n(x - 6 * scale)},${n(hub)}Q${n(x - 17 * scale)},${n(hub - 90 * scale)} ${n(x - 2 * scale)},${n(hub - 300 * scale)}L${n(x + 2 * scale)},${n(hub - 300 * scale)}Q${n(x + 6 * scale)},${n(hub - 110 * scale)} ${n(x + 6 * scale)},${n(hub)}Z`,
      isNear ? '#fbf8ee' : color,
      `transform="rotate(${n(angle)} ${n(x)} ${n(hub)})"`,
    )
  }
  d.circle(x, hub, 12 * scale, isNear ? '#e9ece4' : color)
}
