import { type Drawing, HEIGHT, n, WIDTH } from '../drawing'

/** A train on a viaduct, mist in the valley. */
export function mountainRailway(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#3f6d8e'],
      [0.3, '#86acb5'],
      [0.55, '#e9dcbd'],
      [1, '#f3e2bd'],
    ]),
  )
  d.glow(360, 330, 560, '#fff1cb', 0.85)
  d.peaks(620, 400, 7, { light: '#b9cbc9', shade: '#93b0b6', snowShade: '#b4cad2', snowline: 0.5 })
  d.rect(
    0,
    380,
    WIDTH,
    260,
    d.linear([
      [0, '#f6ead0', 0],
      [1, '#f6ead0', 0.75],
    ]),
  )
  d.peaks(680, 330, 5, {
    light: '#8fb0b0',
    shade: '#5d8790',
    snowLight: '#fff3da',
    snowShade: '#9dbbc4',
    snowline: 0.42,
  })
  d.rect(
    0,
    430,
    WIDTH,
    300,
    d.linear([
      [0, '#f6ead0', 0],
      [0.8, '#f3e4c4', 0.7],
      [1, '#f3e4c4', 0.5],
    ]),
  )
  d.hills(640, 60, '#5f8e93')
  pines(d, 640, 1.0, '#3f6b70', 70)
  d.path(`M0,640Q260,700 420,900L520,${HEIGHT}L0,${HEIGHT}Z`, '#2d565c')
  d.path(`M${WIDTH},560Q1390,660 1270,860L1170,${HEIGHT}L${WIDTH},${HEIGHT}Z`, '#274d54')
  d.path(`M420,${HEIGHT}Q700,980 840,990T1240,${HEIGHT}Z`, '#1f444b')
  // Deck and arches.
  const deck = 590
  const stone = d.linear([
    [0, '#e3c79c'],
    [0.5, '#b79a78'],
    [1, '#6d6a66'],
  ])
  for (let pier = 0; pier < 9; pier += 1) {
    const x = 60 + pier * 186
    const foot = 760 + 250 * Math.sin((Math.min(x, 1500) / 1600) * Math.PI)
    d.polygon(
      [
        [x - 27, deck],
        [x + 27, deck],
        [x + 34, foot],
        [x - 34, foot],
      ],
      stone,
    )
    d.polygon(
      [
        [x + 8, deck + 40],
        [x + 27, deck + 40],
        [x + 34, foot],
        [x + 12, foot],
      ],
      '#4d5357',
      'fill-opacity="0.5"',
    )
    const [left, right] = [x + 27, x + 159]
    d.path(
      `M${left},${deck - 6}L${right},${deck - 6}L${right},${deck + 96}Q${right},${deck + 30} ${(left + right) / 2},${deck + 28}Q${left},${deck + 30} ${left},${deck + 96}Z`,
      stone,
    )
    d.path(
      `M${right},${deck + 96}Q${right},${deck + 30} ${(left + right) / 2},${deck + 28}Q${left},${deck + 30} ${left},${deck + 96}`,
      'none',
      'stroke="#5c5a58" stroke-width="5" stroke-opacity="0.7"',
    )
  }
  d.rect(0, deck - 26, WIDTH, 24, '#cfb48d')
  d.rect(0, deck - 30, WIDTH, 6, '#f3dfb8')
  d.line(
    [
      [0, deck - 2],
      [WIDTH, deck - 2],
    ],
    '#5f5b58',
    3,
  )
  train(d, 330, deck - 30)
  for (let puff = 0; puff < 20; puff += 1)
    d.soft(
      d.between(200, 1400),
      d.between(830, 1020),
      d.between(220, 460),
      d.between(40, 90),
      '#f4ecd8',
      d.between(0.4, 0.75),
    )
  for (let tree = 0; tree < 15; tree += 1) pine(d, d.between(-20, 380), 900 + tree * 13, d.between(120, 210), '#17363d')
  for (let tree = 0; tree < 17; tree += 1)
    pine(d, d.between(1230, 1620), 880 + tree * 13, d.between(120, 220), '#15323a')
  d.wash(
    d.radial(
      [
        [0.55, '#0c262d', 0],
        [1, '#0c262d', 0.48],
      ],
      [0.42, 0.45, 0.8],
    ),
  )
}

function pines(d: Drawing, y: number, scale: number, fill: string, amount: number): void {
  for (let tree = 0; tree < amount; tree += 1) {
    const x = (tree / amount) * WIDTH + d.between(-14, 14)
    pine(d, x, y + Math.abs(x - 800) * -0.06 + d.between(0, 60), d.between(50, 96) * scale, fill)
  }
}

function pine(d: Drawing, x: number, y: number, height: number, fill: string): void {
  const tiers = 5
  for (let tier = 0; tier < tiers; tier += 1) {
    const top = y - height + (height * tier * 0.76) / tiers
    const wide = height * (0.07 + tier * 0.042)
    d.polygon(
      [
        [x, top],
        [x + wide, top + height * 0.27],
        [x + wide * 0.3, top + height * 0.245],
        [x - wide * 0.3, top + height * 0.25],
        [x - wide, top + height * 0.27],
      ],
      fill,
    )
  }
  d.rect(x - height * 0.02, y - height * 0.14, height * 0.04, height * 0.15, fill)
}

function train(d: Drawing, x: number, y: number): void {
  for (let coach = 0; coach < 5; coach += 1) {
    const left = x + coach * 178
    const isFront = coach === 4
    const body = isFront
      ? `M${left},${y - 66}L${left + 120},${y - 66}Q${left + 176},${y - 58} ${left + 190},${y - 8}L${left},${y - 8}Z`
      : `M${left},${y - 66}L${left + 170},${y - 66}L${left + 170},${y - 8}L${left},${y - 8}Z`
    d.path(
      body,
      d.linear([
        [0, '#c9452f'],
        [0.6, '#b43a29'],
        [1, '#7c2720'],
      ]),
    )
    d.rect(left, y - 66, isFront ? 124 : 170, 7, '#f2dcb4')
    d.rect(left, y - 22, isFront ? 184 : 170, 5, '#f2dcb4')
    for (let window = 0; window < (isFront ? 4 : 6); window += 1)
      d.rect(left + 12 + window * 26, y - 52, 18, 22, '#ffe6a6', 'rx="2"')
    if (isFront)
      d.path(
        `M${left + 124},${y - 54}L${left + 146},${y - 50}Q${left + 164},${y - 44} ${left + 168},${y - 30}L${left + 124},${y - 30}Z`,
        '#2c4a56',
      )
    for (const wheel of [26, 52, 118, 144]) d.circle(left + wheel, y - 5, 8, '#2a2a2e')
    if (!isFront) d.rect(left + 170, y - 50, 8, 38, '#3b2a2a')
  }
  d.glow(x + 904, y - 22, 80, '#fff3c9', 0.9)
}

/** Blossom in rows, low sun between the trunks. */
export function orchard(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#8db3c4'],
      [0.28, '#cfdccf'],
      [0.46, '#ffe9bd'],
      [1, '#ffe9bd'],
    ]),
  )
  d.glow(820, 452, 700, '#fff2c6', 1)
  d.circle(820, 446, 50, '#fffdf0')
  d.hills(436, 30, '#a8c0a8', { bottom: 560, detail: 6 })
  d.hills(466, 22, '#86a886', { bottom: 560, detail: 6 })
  d.rect(
    0,
    498,
    WIDTH,
    HEIGHT - 498,
    d.linear([
      [0, '#e5d89a'],
      [0.16, '#a9b767'],
      [0.5, '#6d8c46'],
      [1, '#2f5230'],
    ]),
  )
  for (const [left, right] of [
    [-1.5, -1.1],
    [-0.55, -0.22],
    [0.22, 0.55],
    [1.1, 1.5],
  ] as const)
    d.polygon(
      [
        [816 + left * 40, 500],
        [824 + right * 40, 500],
        [820 + right * 1150, HEIGHT],
        [820 + left * 1150, HEIGHT],
      ],
      d.linear([
        [0, '#fff0b4', 0.7],
        [1, '#c7cf74', 0.1],
      ]),
    )
  for (let blade = 0; blade < 520; blade += 1) {
    const t = d.random() ** 0.7
    const y = 510 + t * 557
    const x = d.between(0, WIDTH)
    d.line(
      [
        [x, y],
        [x + d.between(-3, 6), y - 5 - t * 22],
      ],
      d.random() < 0.5 ? '#dfe08e' : '#2c5a34',
      1 + t * 2,
      `stroke-opacity="${n(d.between(0.2, 0.5))}"`,
    )
  }
  for (const depth of [0.06, 0.09, 0.13, 0.19, 0.28, 0.42, 0.66, 1.02]) {
    for (const lane of [-2.6, -1.55, -0.62, 0.62, 1.55, 2.6]) {
      const x = 820 + lane * 820 * depth
      if (x < -260 || x > WIDTH + 260) continue
      blossomTree(d, x, 498 + 440 * depth, depth)
    }
    if (depth < 0.4)
      d.rect(
        0,
        430,
        WIDTH,
        240,
        d.linear([
          [0, '#fff2cb', 0],
          [0.5, '#fff2cb', 0.2],
          [1, '#fff2cb', 0],
        ]),
      )
  }
  ladder(d)
  for (let petal = 0; petal < 190; petal += 1)
    d.ellipse(
      d.between(0, WIDTH),
      d.between(420, HEIGHT),
      d.between(2, 5),
      d.between(1.4, 3),
      '#fff6f4',
      `fill-opacity="${n(d.between(0.35, 0.95))}"`,
    )
  d.wash(
    d.radial(
      [
        [0.5, '#1c2f1c', 0],
        [1, '#1c2f1c', 0.46],
      ],
      [0.5, 0.45, 0.78],
    ),
  )
}

function blossomTree(d: Drawing, x: number, y: number, depth: number): void {
  const s = depth * 1.15
  const fade = Math.min(1, 0.35 + depth)
  d.ellipse(x + (x - 820) * 0.12, y + 4, 190 * s, 24 * s, '#1f3d22', `fill-opacity="${n(0.4 * fade)}"`)
  d.group(`opacity="${n(fade)}"`, () => {
    d.path(
      `M${n(x - 20 * s)},${n(y)}Q${n(x - 6 * s)},${n(y - 90 * s)} ${n(x - 40 * s)},${n(y - 190 * s)}L${n(x - 18 * s)},${n(y - 190 * s)}Q${n(x + 2 * s)},${n(y - 130 * s)} ${n(x + 40 * s)},${n(y - 200 * s)}L${n(x + 58 * s)},${n(y - 186 * s)}Q${n(x + 14 * s)},${n(y - 90 * s)} ${n(x + 24 * s)},${n(y)}Z`,
      '#4a3a33',
    )
    const clumps = depth > 0.5 ? 330 : depth > 0.2 ? 120 : depth > 0.1 ? 50 : 26
    const grain = depth > 0.5 ? 0.46 : depth > 0.2 ? 0.6 : 0.9
    for (let clump = 0; clump < clumps; clump += 1) {
      const angle = d.between(0, Math.PI * 2)
      const reach = Math.sqrt(d.random()) * (1 + 0.16 * Math.sin(angle * 5 + x))
      const [cx, cy] = [x + Math.cos(angle) * reach * 185 * s, y - 268 * s + Math.sin(angle) * reach * 126 * s]
      const light = (Math.sin(angle) * reach + 1) / 2
      const towardsSun = (x < 820 ? cx > x : cx < x) ? 0.2 : 0
      const tone = light - towardsSun + d.between(-0.16, 0.16)
      const shade = tone > 0.66 ? '#a67a86' : tone > 0.5 ? '#d3a4aa' : tone > 0.34 ? '#f0cfcd' : '#fff3ef'
      d.ellipse(
        cx,
        cy,
        d.between(26, 46) * s * grain,
        d.between(20, 34) * s * grain,
        shade,
        `fill-opacity="${n(d.between(0.55, 0.95))}"`,
      )
    }
    if (depth > 0.25)
      for (let bud = 0; bud < 46; bud += 1)
        d.circle(
          x + d.between(-175, 175) * s,
          y - 262 * s + d.between(-105, 95) * s,
          d.between(2.5, 5.5) * s,
          '#fffaf7',
          'fill-opacity="0.85"',
        )
  })
}

function ladder(d: Drawing): void {
  d.line(
    [
      [1010, 866],
      [1066, 520],
    ],
    '#7a5638',
    10,
  )
  d.line(
    [
      [1078, 870],
      [1098, 522],
    ],
    '#8f6844',
    10,
  )
  for (let rung = 1; rung < 9; rung += 1) {
    const t = rung / 9
    d.line(
      [
        [1010 + 56 * t, 866 - 346 * t],
        [1078 + 20 * t, 870 - 348 * t],
      ],
      '#b58a5c',
      7,
    )
  }
  d.ellipse(1180, 892, 66, 10, '#1f3d22', 'fill-opacity="0.45"')
  d.path('M1122,836L1238,836L1224,892L1136,892Z', '#8a6238')
  d.ellipse(1180, 836, 58, 13, '#5d4028')
  for (let weave = 0; weave < 4; weave += 1)
    d.line(
      [
        [1126 + weave * 3, 848 + weave * 12],
        [1234 - weave * 3, 848 + weave * 12],
      ],
      '#b58a54',
      3,
      'stroke-opacity="0.7"',
    )
}

/** A racer through the gates, a cloud of snow behind. */
export function snowSlope(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#1f5c94'],
      [0.4, '#6fa9cf'],
      [0.7, '#dcecef'],
      [1, '#dcecef'],
    ]),
  )
  d.glow(1260, 150, 520, '#fffbe8', 0.9)
  d.circle(1260, 150, 52, '#fffef6')
  d.peaks(620, 460, 6, {
    light: '#c7dbe8',
    shade: '#84abcb',
    snowLight: '#ffffff',
    snowShade: '#b2cee3',
    snowline: 0.72,
    sun: 1,
  })
  d.rect(
    0,
    330,
    WIDTH,
    300,
    d.linear([
      [0, '#dcecf4', 0],
      [1, '#dcecf4', 0.7],
    ]),
  )
  d.peaks(660, 330, 5, {
    light: '#a8c8de',
    shade: '#5f8fb8',
    snowLight: '#ffffff',
    snowShade: '#9dc0dc',
    snowline: 0.55,
    sun: 1,
  })
  pines(d, 600, 1, '#2f5878', 46)
  d.path(
    `M0,520Q420,560 760,640T${WIDTH},700L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`,
    d.linear([
      [0, '#fdfefe'],
      [0.5, '#dbeaf4'],
      [1, '#a8c8e2'],
    ]),
  )
  d.path(`M0,760Q520,720 980,860T${WIDTH},960L${WIDTH},${HEIGHT}L0,${HEIGHT}Z`, '#c3dbee', 'fill-opacity="0.75"')
  d.path(`M0,520Q300,545 520,600Q300,640 0,610Z`, '#b7d2e8', 'fill-opacity="0.8"')
  for (let tree = 0; tree < 15; tree += 1)
    pine(d, d.between(1370, 1630), 690 + tree * 13, d.between(150, 250), '#1d4363')
  for (let tree = 0; tree < 5; tree += 1) pine(d, d.between(-20, 120), 560 + tree * 22, d.between(120, 180), '#1d4363')
  // The line that the racer has cut.
  d.path(
    'M470,606Q860,640 900,690T560,790Q420,840 640,900',
    'none',
    'stroke="#8fb4d3" stroke-width="9" stroke-opacity="0.75" stroke-linecap="round"',
  )
  d.path(
    'M470,602Q860,636 904,688T566,786',
    'none',
    'stroke="#ffffff" stroke-width="4" stroke-opacity="0.9" stroke-linecap="round"',
  )
  gate(d, 905, 672, 0.5, '#d4372c')
  gate(d, 560, 770, 0.72, '#1f5fae')
  gate(d, 1180, 905, 1.15, '#d4372c')
  gate(d, 250, 960, 1.25, '#1f5fae')
  for (let puff = 0; puff < 60; puff += 1) {
    const t = d.random()
    d.soft(
      640 - t * 250 + d.between(-30, 30),
      905 - t * 150 + d.between(-30, 50),
      34 + t * 90,
      26 + t * 66,
      '#ffffff',
      0.85 - t * 0.5,
    )
  }
  for (let flake = 0; flake < 210; flake += 1) {
    const t = d.random()
    d.circle(
      650 - t * 380 + d.between(-40, 40),
      920 - t * 230 + d.between(-60, 60),
      d.between(1.4, 5.5),
      '#ffffff',
      `fill-opacity="${n(d.between(0.5, 1))}"`,
    )
  }
  racer(d, 720, 900)
  for (let flake = 0; flake < 70; flake += 1)
    d.circle(d.between(0, WIDTH), d.between(300, HEIGHT), d.between(1, 3), '#ffffff', 'fill-opacity="0.75"')
  d.wash(
    d.radial(
      [
        [0.6, '#0d3355', 0],
        [1, '#0d3355', 0.36],
      ],
      [0.52, 0.5, 0.82],
    ),
  )
}

function gate(d: Drawing, x: number, y: number, scale: number, color: string): void {
  const s = (value: number) => value * scale
  d.ellipse(x + s(60), y + s(6), s(70), s(5), '#6f9cc4', 'fill-opacity="0.55"')
  d.line(
    [
      [x, y],
      [x + s(8), y - s(180)],
    ],
    color,
    s(7),
  )
  d.line(
    [
      [x + s(84), y + s(6)],
      [x + s(94), y - s(172)],
    ],
    color,
    s(7),
  )
  d.polygon(
    [
      [x + s(7), y - s(166)],
      [x + s(93), y - s(158)],
      [x + s(90), y - s(92)],
      [x + s(4), y - s(100)],
    ],
    color,
  )
  d.polygon(
    [
      [x + s(7), y - s(140)],
      [x + s(92), y - s(132)],
      [x + s(91), y - s(116)],
      [x + s(6), y - s(124)],
    ],
    '#ffffff',
    'fill-opacity="0.85"',
  )
}

/** Low over the skis, leaning into a left-hand turn. */
function racer(d: Drawing, x: number, y: number): void {
  d.ellipse(x + 90, y + 26, 190, 13, '#5f8fbb', 'fill-opacity="0.6"')
  d.line(
    [
      [x - 150, y + 2],
      [x + 190, y + 30],
      [x + 226, y + 18],
    ],
    '#15263a',
    9,
  )
  d.line(
    [
      [x - 120, y - 18],
      [x + 210, y + 6],
      [x + 246, y - 8],
    ],
    '#c9a227',
    9,
  )
  const suit = d.linear(
    [
      [0, '#e2452f'],
      [1, '#8d1f22'],
    ],
    [0, 0, 1, 1],
  )
  d.line(
    [
      [x + 26, y + 12],
      [x + 58, y - 62],
      [x - 44, y - 110],
    ],
    '#16324e',
    36,
  )
  d.line(
    [
      [x + 62, y + 4],
      [x + 108, y - 58],
      [x + 2, y - 118],
    ],
    '#1d4368',
    36,
  )
  d.path(
    `M${x - 72},${y - 124}Q${x - 30},${y - 206} ${x + 84},${y - 212}Q${x + 128},${y - 206} ${x + 116},${y - 166}Q${x + 70},${y - 130} ${x + 14},${y - 88}Q${x - 52},${y - 76} ${x - 72},${y - 124}Z`,
    suit,
  )
  d.line(
    [
      [x + 84, y - 190],
      [x + 152, y - 148],
      [x + 196, y - 184],
    ],
    '#b5301f',
    25,
  )
  d.line(
    [
      [x + 30, y - 178],
      [x + 60, y - 108],
      [x + 138, y - 96],
    ],
    '#c93a28',
    25,
  )
  d.circle(x + 150, y - 222, 36, '#f3f1e8')
  d.path(
    `M${x + 148},${y - 238}L${x + 188},${y - 232}Q${x + 190},${y - 212} ${x + 178},${y - 206}L${x + 150},${y - 212}Z`,
    '#d9822b',
  )
  d.path(
    `M${x + 118},${y - 236}Q${x + 132},${y - 258} ${x + 160},${y - 256}`,
    'none',
    'stroke="#e2452f" stroke-width="9"',
  )
  d.line(
    [
      [x + 196, y - 184],
      [x + 60, y - 148],
      [x - 140, y - 60],
    ],
    '#22303e',
    5,
  )
  d.line(
    [
      [x + 138, y - 96],
      [x - 20, y - 40],
      [x - 160, y + 6],
    ],
    '#22303e',
    5,
  )
  d.rect(x + 4, y - 176, 56, 40, '#fbf8ee', `transform="rotate(-18 ${x + 30} ${y - 156})"`)
  d.rect(x + 22, y - 168, 8, 24, '#16324e', `transform="rotate(-18 ${x + 30} ${y - 156})"`)
  d.rect(x + 38, y - 168, 8, 24, '#16324e', `transform="rotate(-18 ${x + 30} ${y - 156})"`)
}
