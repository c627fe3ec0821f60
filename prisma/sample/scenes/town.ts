import { type Drawing, HEIGHT, n, WIDTH } from '../drawing'

/** Stalls under striped awnings, bulbs strung across the street. */
export function marketStreet(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#3d5a80'],
      [0.25, '#8fa8b8'],
      [0.48, '#f6d9ac'],
      [0.6, '#fff0cf'],
      [1, '#fff0cf'],
    ]),
  )
  d.glow(800, 520, 560, '#fff0c6', 0.9)
  // Both sides of the street run to one point, far to near.
  const [vx, vy] = [800, 560]
  const wall = (side: number, near: number, far: number, top: number, fill: string) => {
    const at = (t: number, y: number) => [vx + side * 900 * t, vy + (y - vy) * t] as const
    d.polygon([at(near, top), at(far, top), at(far, 900), at(near, 900)], fill)
    d.polygon([at(near, top), at(far, top), at(far, top + 26), at(near, top + 26)], '#ffe9c4', 'fill-opacity="0.5"')
    d.polygon([at(near, 590), at(far, 590), at(far, 870), at(near, 870)], '#2c2438', 'fill-opacity="0.55"')
    d.polygon(
      [
        at(near * 0.96 + far * 0.04, 640),
        at(near * 0.3 + far * 0.7, 640),
        at(near * 0.3 + far * 0.7, 850),
        at(near * 0.96 + far * 0.04, 850),
      ],
      '#ffcf86',
      'fill-opacity="0.4"',
    )
    for (let row = 0; row < 4; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        const from = far + ((near - far) * (column + 0.25)) / 3
        const to = far + ((near - far) * (column + 0.7)) / 3
        const [high, low] = [top + 60 + row * 150, top + 150 + row * 150]
        if (low > 520) continue
        d.polygon(
          [
            at(from - 0.006, high - 10),
            at(to + 0.006, high - 10),
            at(to + 0.006, low + 10),
            at(from - 0.006, low + 10),
          ],
          '#fff1d6',
          'fill-opacity="0.22"',
        )
        d.polygon(
          [at(from, high), at(to, high), at(to, low), at(from, low)],
          (row + column) % 3 === 0 ? '#ffd894' : '#2f3b56',
          'fill-opacity="0.78"',
        )
      }
    }
  }
  d.polygon(
    [
      [vx - 14, 585],
      [vx + 14, 585],
      [WIDTH + 360, HEIGHT],
      [-360, HEIGHT],
    ],
    d.linear([
      [0, '#f2d3a2'],
      [0.35, '#b58f74'],
      [1, '#574a57'],
    ]),
  )
  const fronts = [
    [0.13, 0.05, -560, '#c9b29c', '#b9a79c'],
    [0.2, 0.13, -500, '#b9a79c', '#a99c9c'],
    [0.3, 0.2, -360, '#a5808a', '#bb8a6b'],
    [0.48, 0.3, -190, '#bd7f5b', '#7f7c92'],
    [0.78, 0.48, -70, '#6f6783', '#a6614d'],
    [1.3, 0.78, -150, '#8c4f4a', '#4d5573'],
  ] as const
  for (const [near, far, top, left, right] of fronts) {
    wall(-1, near, far, top, left)
    wall(1, near, far, top + 40, right)
  }
  d.polygon(
    [
      [770, 470],
      [800, 380],
      [830, 470],
      [830, 590],
      [770, 590],
    ],
    '#c3b6ab',
  )
  d.line(
    [
      [800, 380],
      [800, 340],
    ],
    '#c3b6ab',
    5,
  )
  for (let stone = 0; stone < 420; stone += 1) {
    const t = 0.06 + d.random() ** 1.2
    d.ellipse(
      vx + d.between(-1, 1) * 640 * t,
      vy + 500 * t + 12,
      22 * t,
      4 * t,
      d.random() < 0.4 ? '#ffe5b8' : '#453b4c',
      `fill-opacity="${n(d.between(0.12, 0.35))}"`,
    )
  }
  for (const [x, y, h] of [
    [770, 640, 62],
    [806, 652, 70],
    [846, 634, 58],
    [735, 690, 100],
    [880, 700, 110],
    [790, 730, 128],
    [826, 742, 132],
  ] as const)
    d.figure(x, y, h, ['#5c4a5c', '#6b4a4a', '#4a5068', '#7a5a48'][x % 4] ?? '#5c4a5c', '#3a3044')
  stall(d, 640, 660, -0.42, '#c8553d')
  stall(d, 985, 668, 0.46, '#3f7d6e')
  stall(d, 470, 760, -0.72, '#e0a43b')
  stall(d, 1160, 772, 0.8, '#b6473f')
  stall(d, 190, 930, -1.2, '#39708c')
  stall(d, 1430, 950, 1.28, '#dd9233')
  for (const [x, y, h, coat] of [
    [655, 860, 214, '#7c3b36'],
    [716, 872, 226, '#2f4257'],
    [985, 846, 206, '#4f5a44'],
    [895, 912, 258, '#54405f'],
  ] as const) {
    d.soft(x, y + 2, h * 0.4, 14, '#1c1626', 0.7)
    d.figure(x, y, h, coat, '#221c2c')
  }
  d.polygon(
    [
      [612, 766],
      [638, 766],
      [644, 812],
      [608, 812],
    ],
    '#d8a860',
  )
  d.line(
    [
      [616, 768],
      [625, 752],
      [634, 768],
    ],
    '#d8a860',
    3,
  )
  for (const [left, right, sag] of [
    [60, 1540, 300],
    [300, 1300, 386],
    [520, 1090, 452],
  ] as const)
    bulbs(d, left, right, sag)
  d.wash(
    d.radial(
      [
        [0.5, '#1b1424', 0],
        [1, '#1b1424', 0.55],
      ],
      [0.5, 0.5, 0.78],
    ),
  )
}

/** A stall on (x, y); a negative `size` stands on the left of the street. */
function stall(d: Drawing, x: number, y: number, size: number, color: string): void {
  const s = Math.abs(size)
  const w = 210 * s
  const left = x - w / 2
  d.rect(left + 8 * s, y - 210 * s, 7 * s, 210 * s, '#4b3a3e')
  d.rect(left + w - 15 * s, y - 210 * s, 7 * s, 210 * s, '#4b3a3e')
  d.rect(left, y - 160 * s, w, 150 * s, '#3a2c38', 'fill-opacity="0.88"')
  d.glow(x, y - 120 * s, 150 * s, '#ffcf7d', 0.75)
  d.figure(x + 24 * s, y - 20 * s, 128 * s, '#2a2030')
  d.rect(
    left - 6 * s,
    y - 66 * s,
    w + 12 * s,
    68 * s,
    d.linear([
      [0, '#a5764f'],
      [1, '#5d4238'],
    ]),
  )
  const goods = ['#d9532c', '#e8b23a', '#6f9a3f', '#8c3b58', '#f0d9a6', '#c43d33']
  for (let crate = 0; crate < 5; crate += 1) {
    const fill = goods[Math.floor(d.random() * goods.length)] ?? '#d9532c'
    for (let fruit = 0; fruit < 16; fruit += 1)
      d.circle(
        left + w * (0.1 + crate * 0.2) + d.between(-16, 16) * s,
        y - (66 + d.between(-8, 10)) * s,
        6.4 * s,
        fill,
        `fill-opacity="${n(d.between(0.75, 1))}"`,
      )
  }
  d.line(
    [
      [left - 6 * s, y - 54 * s],
      [left + w + 6 * s, y - 54 * s],
    ],
    '#d7aa78',
    4 * s,
  )
  const stripes = 8
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const [from, to] = [stripe / stripes, (stripe + 1) / stripes]
    const fill = stripe % 2 ? '#fbf0dc' : color
    const [topLeft, topWidth] = [left + 16 * s, w - 32 * s]
    const [lowLeft, lowWidth] = [left - 24 * s, w + 48 * s]
    const low = y - 178 * s
    d.path(
      `M${n(topLeft + topWidth * from)},${n(y - 252 * s)}L${n(topLeft + topWidth * to)},${n(y - 252 * s)}L${n(lowLeft + lowWidth * to)},${n(low)}Q${n(lowLeft + lowWidth * (from + to) * 0.5)},${n(low + 30 * s)} ${n(lowLeft + lowWidth * from)},${n(low)}Z`,
      fill,
    )
  }
  d.polygon(
    [
      [left + 16 * s, y - 252 * s],
      [left + w - 16 * s, y - 252 * s],
      [left + w + 24 * s, y - 178 * s],
      [left - 24 * s, y - 178 * s],
    ],
    d.linear([
      [0, '#fff4d8', 0.25],
      [1, '#2a1c2e', 0.32],
    ]),
  )
}

function bulbs(d: Drawing, left: number, right: number, sag: number): void {
  const top = sag - 130
  d.path(
    `M${left},${top}Q${(left + right) / 2},${sag + 40} ${right},${top}`,
    'none',
    'stroke="#2e2a3c" stroke-width="2.5"',
  )
  for (let t = 0.05; t < 0.97; t += 0.065) {
    const x = left + (right - left) * t
    const y = (1 - t) ** 2 * top + 2 * t * (1 - t) * (sag + 40) + t ** 2 * top + 9
    d.glow(x, y, 30, '#ffdf94', 0.85)
    d.circle(x, y, 5.5, '#fff6da')
  }
}

/** A wet pane, and the city behind it out of focus. */
export function rainOnWindow(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#0d1526'],
      [0.45, '#1c2a44'],
      [0.8, '#2b2f4b'],
      [1, '#171a2e'],
    ]),
  )
  d.group(`filter="${d.blur(15)}"`, () => {
    for (let tower = 0; tower < 16; tower += 1) {
      const x = tower * 108 - 40 + d.between(-24, 24)
      const height = d.between(240, 640)
      d.rect(x, 860 - height, d.between(70, 130), height, ['#16213a', '#1b2947', '#121a30'][tower % 3] ?? '#16213a')
      for (let window = 0; window < 9; window += 1)
        d.rect(
          x + d.between(8, 80),
          870 - d.between(0.1, 0.95) * height,
          20,
          26,
          '#ffc978',
          `fill-opacity="${n(d.between(0.25, 0.75))}"`,
        )
    }
    d.rect(0, 850, WIDTH, 217, '#1f2136')
  })
  const lights = ['#ffb457', '#ff7a4d', '#ffd894', '#7ec4ff', '#f2555a', '#9be3c8']
  for (let index = 0; index < 74; index += 1) {
    const size = d.between(14, 58)
    const color = lights[Math.floor(d.random() ** 1.6 * lights.length)] ?? '#ffb457'
    const [x, y] = [d.between(0, WIDTH), 600 + (d.random() + d.random() - 1) * 340]
    const strength = d.between(0.14, 0.5)
    d.circle(
      x,
      y,
      size,
      d.radial([
        [0, color, strength * 0.8],
        [0.82, color, strength],
        [0.93, color, strength * 1.2],
        [1, color, 0],
      ]),
    )
  }
  for (let index = 0; index < 9; index += 1)
    d.glow(d.between(100, 1500), d.between(700, 860), d.between(110, 230), lights[index % 3] ?? '#ffb457', 0.5)
  d.wash('#22324f', 'fill-opacity="0.14"')
  // Where water ran, the glass is clear and a string of small drops is left behind.
  for (let index = 0; index < 24; index += 1) {
    let x = d.between(30, 1570)
    let y = d.between(-60, 380)
    const end = y + d.between(240, 620)
    const points: [number, number][] = []
    while (y < end) {
      points.push([x, y])
      x += d.between(-7, 7)
      y += d.between(16, 40)
    }
    const width = d.between(6, 12)
    d.line(points, '#0a1528', width, 'stroke-opacity="0.3"')
    for (const [px, py] of points)
      if (d.random() < 0.75) drop(d, px + d.between(-3, 3), py, d.between(1.6, width * 0.52), 1.2)
    drop(d, x, end, width * 1.5, 1.4)
  }
  for (let index = 0; index < 800; index += 1)
    drop(d, d.between(0, WIDTH), d.between(0, HEIGHT), 1.2 + d.random() ** 6 * 25, d.between(0.95, 1.25))
  d.rect(0, 0, WIDTH, 20, '#0a0f1b', 'fill-opacity="0.85"')
  d.rect(
    1050,
    0,
    34,
    HEIGHT,
    d.linear(
      [
        [0, '#070b15'],
        [0.4, '#1b2438'],
        [1, '#090d18'],
      ],
      [0, 0, 1, 0],
    ),
  )
  d.rect(
    0,
    1010,
    WIDTH,
    57,
    d.linear([
      [0, '#2b3145'],
      [0.2, '#151b2b'],
      [1, '#080c16'],
    ]),
  )
  d.wash(
    d.radial(
      [
        [0.5, '#04070f', 0],
        [1, '#04070f', 0.6],
      ],
      [0.5, 0.55, 0.75],
    ),
  )
}

/** A lens of water: it shows the street upside down, bright below and dark above. */
function drop(d: Drawing, x: number, y: number, size: number, stretch: number): void {
  if (size < 3) {
    d.circle(x, y, size, '#c3d4ec', 'fill-opacity="0.4"')
    return
  }
  d.ellipse(
    x,
    y,
    size,
    size * stretch,
    d.linear([
      [0, '#060c18', 0.75],
      [0.45, '#2b3d5e', 0.6],
      [0.8, '#c9905c', 0.75],
      [1, '#ffdda6', 0.9],
    ]),
  )
  d.ellipse(x, y, size, size * stretch, 'none', 'stroke="#dfe9f7" stroke-width="1" stroke-opacity="0.28"')
  d.ellipse(x - size * 0.32, y - size * stretch * 0.46, size * 0.22, size * 0.17, '#ffffff', 'fill-opacity="0.9"')
}

/** Roofs going down to the river, a builder's crane behind them. */
export function terracedHouses(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#5c6f94'],
      [0.3, '#a999a7'],
      [0.5, '#f0b48c'],
      [0.6, '#ffdcab'],
      [1, '#ffdcab'],
    ]),
  )
  d.glow(1240, 470, 520, '#ffe0a8', 0.85)
  for (let index = 0; index < 11; index += 1)
    d.soft(
      d.between(0, WIDTH),
      d.between(60, 420),
      d.between(160, 420),
      d.between(7, 20),
      '#ffd9bd',
      d.between(0.2, 0.5),
    )
  d.hills(470, 46, '#b28b93', { detail: 6 })
  d.hills(510, 36, '#8d6f86', { detail: 7 })
  for (const [x, scale, flip] of [
    [1180, 1, 1],
    [420, 0.74, -1],
  ] as const)
    towerCrane(d, x, 560, scale, flip)
  const rows = [
    { y: 552, height: 66, width: 62, roof: '#8c6e80', wall: '#b58a88', lit: 0.3 },
    { y: 632, height: 92, width: 88, roof: '#735670', wall: '#ab7468', lit: 0.34 },
    { y: 748, height: 138, width: 128, roof: '#5b4360', wall: '#9c5b50', lit: 0.4 },
    { y: 908, height: 206, width: 186, roof: '#43314f', wall: '#87463f', lit: 0.5 },
  ]
  for (const [index, row] of rows.entries()) {
    for (let x = -row.width * (0.3 + index * 0.2); x < WIDTH; x += row.width) house(d, x, row.y + x * 0.035, row)
    d.wash(
      d.linear([
        [0, '#ffd9b0', 0],
        [0.42, '#ffc9a0', 0.16 - index * 0.04],
        [1, '#ffd9b0', 0],
      ]),
    )
  }
  d.path(`M0,1000Q800,1030 1600,1062L1600,${HEIGHT}L0,${HEIGHT}Z`, '#221a30')
  d.wash(
    d.radial(
      [
        [0.5, '#180f22', 0],
        [1, '#180f22', 0.5],
      ],
      [0.6, 0.45, 0.8],
    ),
  )
}

function house(
  d: Drawing,
  x: number,
  y: number,
  { height, width, roof, wall, lit }: { height: number; width: number; roof: string; wall: string; lit: number },
): void {
  const rise = height * 0.46
  d.rect(x, y, width + 1, height * 1.6, wall)
  d.rect(x, y, width + 1, height * 1.6, '#2d1c33', `fill-opacity="${n(d.between(0, 0.22))}"`)
  const slate = d.between(0, 0.16)
  d.rect(x - 1, y - rise, width + 3, rise + 5, roof)
  d.rect(x - 1, y - rise, width + 3, rise + 5, '#241830', `fill-opacity="${n(slate)}"`)
  d.rect(x - 1, y + 3, width + 3, 4, '#2b1c33', 'fill-opacity="0.7"')
  d.line(
    [
      [x, y - rise],
      [x + width, y - rise],
    ],
    '#ffd2a3',
    2.4,
    'stroke-opacity="0.8"',
  )
  for (let course = 1; course < 5; course += 1)
    d.line(
      [
        [x, y - (rise * course) / 5 + 1],
        [x + width, y - (rise * course) / 5 + 1],
      ],
      '#2a1d38',
      1,
      'stroke-opacity="0.28"',
    )
  if (Math.round(x / width) % 2 === 0) {
    const stack = x + width * 0.86
    d.rect(stack, y - rise - height * 0.17, width * 0.26, height * 0.3, wall)
    d.rect(stack, y - rise - height * 0.17, width * 0.26, height * 0.3, '#2d1c33', 'fill-opacity="0.35"')
    d.rect(stack + width * 0.2, y - rise - height * 0.17, width * 0.06, height * 0.3, '#ffc492', 'fill-opacity="0.6"')
    for (const pot of [0.03, 0.11, 0.19])
      d.rect(stack + width * pot, y - rise - height * 0.25, width * 0.045, height * 0.08, '#8e5247')
  }
  d.rect(
    x + width * 0.08,
    y + height * 0.62,
    width * 0.2,
    height * 0.7,
    ['#2f5160', '#7c2f33', '#33523f', '#3d3557'][Math.floor(d.random() * 4)] ?? '#2f5160',
  )
  for (const [column, row] of [
    [0.14, 0.14],
    [0.58, 0.14],
    [0.5, 0.66],
  ] as const) {
    {
      const isLit = d.random() < lit
      const [wx, wy, ww, wh] = [x + width * column, y + height * row, width * 0.26, height * 0.36]
      d.rect(wx - 2, wy - 2, ww + 4, wh + 4, '#f2ddc6', 'fill-opacity="0.55"')
      d.rect(wx, wy, ww, wh, isLit ? '#ffd98d' : '#39304c')
      d.line(
        [
          [wx + ww / 2, wy],
          [wx + ww / 2, wy + wh],
        ],
        '#efd9c0',
        1.6,
        'stroke-opacity="0.7"',
      )
      d.line(
        [
          [wx, wy + wh / 2],
          [wx + ww, wy + wh / 2],
        ],
        '#efd9c0',
        1.6,
        'stroke-opacity="0.7"',
      )
      if (isLit && width > 100) d.glow(wx + ww / 2, wy + wh / 2, width * 0.42, '#ffd58a', 0.45)
    }
  }
}

function towerCrane(d: Drawing, x: number, y: number, scale: number, flip: number): void {
  const fill = '#5d4a66'
  const at = (dx: number, dy: number) => [x + dx * scale * flip, y - dy * scale] as const
  d.line([at(-9, 0), at(-9, 430)], fill, 4 * scale)
  d.line([at(9, 0), at(9, 430)], fill, 4 * scale)
  for (let rung = 0; rung < 420; rung += 22) d.line([at(-9, rung), at(9, rung + 22)], fill, 2 * scale)
  d.line([at(-130, 424), at(330, 430)], fill, 6 * scale)
  d.line([at(-10, 446), at(330, 438)], fill, 3 * scale)
  for (let step = 0; step < 320; step += 20) d.line([at(step, 428), at(step + 10, 443)], fill, 1.8 * scale)
  d.line([at(0, 430), at(0, 500), at(250, 440)], fill, 3 * scale)
  d.line([at(0, 500), at(-120, 426)], fill, 3 * scale)
  d.polygon([at(-130, 424), at(-90, 424), at(-90, 388), at(-130, 388)], fill)
  d.line([at(214, 430), at(214, 300)], fill, 1.6 * scale)
  d.polygon([at(192, 300), at(236, 300), at(236, 286), at(192, 286)], fill)
}

/** A kiosk before the city is awake: its light, the bundles, the wet pavement. */
export function newsstand(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#1b2b4d'],
      [0.35, '#43567f'],
      [0.58, '#a394a3'],
      [0.72, '#e6b892'],
      [1, '#e6b892'],
    ]),
  )
  d.group(`filter="${d.blur(3)}"`, () => {
    for (let block = 0; block < 12; block += 1) {
      const x = block * 140 - 30
      const top = d.between(180, 470)
      d.rect(x, top, 142, 620, ['#33456b', '#2a3a60', '#3c4f77'][block % 3] ?? '#33456b')
      for (let row = 0; row < 8; row += 1) {
        for (let column = 0; column < 4; column += 1) {
          if (d.random() < 0.13)
            d.rect(x + 16 + column * 30, top + 28 + row * 54, 15, 24, '#ffd590', 'fill-opacity="0.7"')
        }
      }
    }
  })
  d.rect(
    0,
    780,
    WIDTH,
    HEIGHT - 780,
    d.linear([
      [0, '#8a7f8b'],
      [0.2, '#4d5069'],
      [1, '#171d31'],
    ]),
  )
  d.line(
    [
      [0, 786],
      [WIDTH, 786],
    ],
    '#e8cfb4',
    3,
    'stroke-opacity="0.35"',
  )
  const [x, y] = [760, 850]
  d.glow(x, 640, 620, '#ffcf82', 0.55)
  d.polygon(
    [
      [x - 330, y],
      [x + 330, y],
      [x + 480, HEIGHT],
      [x - 480, HEIGHT],
    ],
    d.linear([
      [0, '#ffcf85', 0.5],
      [1, '#ffb765', 0],
    ]),
  )
  // The kiosk: body, opening, counter, roof.
  d.rect(
    x - 310,
    y - 420,
    620,
    420,
    d.linear([
      [0, '#1f4d4a'],
      [1, '#12322f'],
    ]),
  )
  d.rect(
    x - 270,
    y - 372,
    540,
    240,
    d.linear([
      [0, '#fff0c4'],
      [0.5, '#ffd98f'],
      [1, '#e8a653'],
    ]),
  )
  for (let row = 0; row < 3; row += 1) {
    for (let paper = 0; paper < 9; paper += 1) frontPage(d, x - 258 + paper * 58, y - 366 + row * 76, 50, 66)
  }
  d.rect(x - 110, y - 300, 220, 168, '#e9b465')
  d.figure(x, y - 2, 262, '#7a3a34', '#3a2629')
  d.rect(
    x - 310,
    y - 112,
    620,
    112,
    d.linear([
      [0, '#183d3a'],
      [1, '#12322f'],
    ]),
  )
  d.rect(x - 330, y - 136, 660, 26, '#2d625c')
  d.rect(x - 330, y - 140, 660, 6, '#ffe1a4')
  for (let pile = 0; pile < 8; pile += 1) {
    const tall = 2 + Math.floor(d.between(0, 4))
    for (let copy = 0; copy < tall; copy += 1)
      d.rect(x - 316 + pile * 80 + d.between(-2, 2), y - 146 - copy * 8, 70, 7, copy % 2 ? '#f4ead4' : '#d8ccb6')
  }
  for (let panel = 0; panel < 6; panel += 1)
    d.rect(x - 300 + panel * 101, y - 100, 92, 92, 'none', 'stroke="#2d625c" stroke-width="4"')
  for (const [px, headline] of [
    [-196, 3],
    [104, 2],
  ] as const) {
    d.rect(x + px, y - 104, 96, 126, '#f6eedb')
    d.rect(x + px + 10, y - 94, 76, 13, '#a93a30')
    for (let row = 0; row < headline; row += 1) d.rect(x + px + 10, y - 72 + row * 24, 76 - row * 12, 15, '#2b2630')
  }
  d.polygon(
    [
      [x - 350, y - 410],
      [x - 290, y - 486],
      [x + 290, y - 486],
      [x + 350, y - 410],
    ],
    d.linear([
      [0, '#2e6a63'],
      [1, '#174440'],
    ]),
  )
  for (let scallop = 0; scallop < 14; scallop += 1)
    d.ellipse(x - 325 + scallop * 50, y - 410, 25, 22, scallop % 2 ? '#f3e6c9' : '#a93a30')
  d.rect(x - 352, y - 422, 704, 14, '#12322f')
  d.rect(x - 180, y - 472, 360, 40, '#f3e6c9')
  for (let letter = 0; letter < 11; letter += 1)
    d.rect(x - 160 + letter * 30, y - 463, [16, 20, 12][letter % 3] ?? 16, 22, '#233b3a')
  // Bundles on the kerb and somebody with the first copy.
  for (const [bx, by, copies] of [
    [300, 912, 9],
    [206, 940, 6],
    [1210, 926, 7],
  ] as const) {
    d.ellipse(bx + 66, by + 6, 96, 11, '#0e1322', 'fill-opacity="0.5"')
    for (let copy = 0; copy < copies; copy += 1)
      d.rect(bx + d.between(-3, 3), by - copy * 12, 132, 11, copy % 2 ? '#e9dfca' : '#bfb4a4')
    d.rect(bx + 60, by - copies * 12 + 12, 7, copies * 12, '#3a3442')
  }
  d.ellipse(1330, 936, 60, 9, '#0e1322', 'fill-opacity="0.5"')
  d.figure(1330, 934, 350, '#26304a', '#10131f')
  d.polygon(
    [
      [1262, 706],
      [1352, 694],
      [1358, 792],
      [1270, 804],
    ],
    '#f2e8d2',
  )
  d.polygon(
    [
      [1272, 716],
      [1344, 706],
      [1345, 718],
      [1273, 728],
    ],
    '#3a3442',
  )
  d.polygon(
    [
      [1274, 738],
      [1312, 733],
      [1315, 782],
      [1278, 787],
    ],
    '#9a8f90',
  )
  d.ripples(860, HEIGHT, '#ffd898', 150, { x: 770, spread: 400, opacity: 0.4 })
  d.ripples(860, HEIGHT, '#0f1526', 200, { opacity: 0.35 })
  d.line(
    [
      [118, 852],
      [118, 320],
    ],
    '#141b2e',
    12,
  )
  d.line(
    [
      [118, 330],
      [170, 318],
    ],
    '#141b2e',
    8,
  )
  d.wash(
    d.radial(
      [
        [0.5, '#070b18', 0],
        [1, '#070b18', 0.5],
      ],
      [0.5, 0.58, 0.78],
    ),
  )
  d.glow(176, 330, 210, '#ffe2a2', 0.95)
  d.ellipse(176, 328, 24, 15, '#fff5d6')
}

function frontPage(d: Drawing, x: number, y: number, width: number, height: number): void {
  d.rect(x, y, width, height, d.random() < 0.5 ? '#f7efdd' : '#eadfc8')
  d.rect(x + 5, y + 5, width - 10, 6, d.random() < 0.3 ? '#a93a30' : '#3a3038')
  d.rect(x + 5, y + 16, (width - 10) * d.between(0.5, 1), 20, '#7c7078', 'fill-opacity="0.75"')
  for (let row = 0; row < 4; row += 1) d.rect(x + 5, y + 41 + row * 6, width - 10, 2, '#8d8288', 'fill-opacity="0.7"')
}
