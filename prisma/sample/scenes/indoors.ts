import { type Drawing, HEIGHT, n, type Point, WIDTH } from '../drawing'

/** Benches in a half circle under tall windows, the chair in the middle. */
export function councilChamber(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#2a2b2a'],
      [0.4, '#4b4335'],
      [0.62, '#6b5538'],
      [1, '#2c2119'],
    ]),
  )
  d.rect(
    0,
    0,
    WIDTH,
    560,
    d.linear([
      [0, '#3b3a31'],
      [0.6, '#6b5c40'],
      [1, '#7c6540'],
    ]),
  )
  for (let window = 0; window < 5; window += 1) tallWindow(d, 190 + window * 305, 60)
  for (let window = 0; window < 5; window += 1) {
    const x = 190 + window * 305
    d.polygon(
      [
        [x - 54, 110],
        [x + 54, 110],
        [x + 130 - (window - 2) * 130, 960],
        [x - 150 - (window - 2) * 130, 960],
      ],
      d.linear([
        [0, '#ffedb8', 0.26],
        [1, '#ffe2a0', 0],
      ]),
    )
  }
  for (let column = 0; column < 6; column += 1) {
    const x = 38 + column * 305
    d.rect(
      x - 22,
      40,
      44,
      520,
      d.linear(
        [
          [0, '#2d2a22'],
          [0.4, '#94805a'],
          [1, '#2b261e'],
        ],
        [0, 0, 1, 0],
      ),
    )
    d.rect(x - 32, 30, 64, 22, '#a38c60')
    d.rect(x - 32, 540, 64, 22, '#4b3d29')
  }
  d.rect(0, 0, WIDTH, 32, '#1f1c16')
  // The chair, its canopy and the table.
  d.rect(
    690,
    300,
    220,
    280,
    d.linear([
      [0, '#53301f'],
      [1, '#2d1a12'],
    ]),
  )
  d.polygon(
    [
      [672, 304],
      [800, 236],
      [928, 304],
    ],
    '#7a4a2b',
  )
  d.circle(800, 282, 15, '#d9b15f')
  d.rect(724, 344, 152, 200, '#6d1f24')
  d.rect(736, 356, 128, 176, '#8a2a2c')
  d.figure(800, 610, 230, '#2b2226', '#1a1412')
  d.rect(
    610,
    520,
    380,
    96,
    d.linear([
      [0, '#8a5a30'],
      [1, '#452a18'],
    ]),
  )
  d.rect(598, 508, 404, 16, '#b98248')
  d.line(
    [
      [880, 508],
      [870, 450],
    ],
    '#2b1d14',
    4,
  )
  for (const x of [670, 730, 930]) d.rect(x, 498, 44, 10, '#f4ead2', 'fill-opacity="0.9"')
  for (let row = 0; row < 5; row += 1) bench(d, row)
  d.glow(800, 480, 420, '#ffdf9a', 0.42)
  d.wash(
    d.radial(
      [
        [0.45, '#0c0806', 0],
        [1, '#0c0806', 0.66],
      ],
      [0.5, 0.5, 0.76],
    ),
  )
}

function tallWindow(d: Drawing, x: number, top: number): void {
  d.path(
    `M${x - 66},470L${x - 66},${top + 80}Q${x - 66},${top} ${x},${top}Q${x + 66},${top} ${x + 66},${top + 80}L${x + 66},470Z`,
    '#2c261b',
  )
  d.path(
    `M${x - 54},460L${x - 54},${top + 84}Q${x - 54},${top + 14} ${x},${top + 14}Q${x + 54},${top + 14} ${x + 54},${top + 84}L${x + 54},460Z`,
    d.linear([
      [0, '#fff8de'],
      [0.6, '#f3dfa9'],
      [1, '#cfae74'],
    ]),
  )
  for (const dx of [-18, 18])
    d.line(
      [
        [x + dx, top + 20],
        [x + dx, 460],
      ],
      '#4a3f2b',
      4,
    )
  for (const y of [top + 90, top + 180, top + 270, top + 350])
    d.line(
      [
        [x - 54, y],
        [x + 54, y],
      ],
      '#4a3f2b',
      4,
    )
}

/** One arc of seats; row 0 is the farthest. */
function bench(d: Drawing, row: number): void {
  const [cx, cy] = [800, 452]
  const rx = 400 + row * 190
  const ry = 220 + row * 122
  const tall = 34 + row * 17
  const at = (angle: number, lift = 0): Point => [cx + Math.cos(angle) * rx, cy + Math.sin(angle) * ry - lift]
  const from = 0.3
  const to = Math.PI - 0.3
  const arc = (lift: number) => Array.from({ length: 41 }, (_, step) => at(from + ((to - from) * step) / 40, lift))
  const seats = 13 + row * 3
  const head = 10 + row * 4.6
  for (let seat = 0; seat < seats; seat += 1) {
    const angle = from + ((to - from) * (seat + 0.5)) / seats
    if (Math.abs(angle - Math.PI / 2) < 0.085 || d.random() < 0.1) continue
    const [x, y] = at(angle, tall + head * 2)
    const fill = ['#2a2426', '#33292b', '#3d2a2a', '#252a33', '#2f3a3c'][Math.floor(d.random() * 5)] ?? '#2a2426'
    const hair = ['#2b1d16', '#4a3322', '#1a1513', '#8d8577', '#6b4a2c'][Math.floor(d.random() * 5)] ?? '#2b1d16'
    d.path(
      `M${n(x - head * 1.9)},${n(y + head * 4)}Q${n(x - head * 1.9)},${n(y + head * 1.15)} ${n(x)},${n(y + head)}Q${n(x + head * 1.9)},${n(y + head * 1.15)} ${n(x + head * 1.9)},${n(y + head * 4)}Z`,
      fill,
    )
    d.ellipse(x, y - head * 0.1, head * 0.82, head, hair)
    d.path(
      `M${n(x - head * 0.72)},${n(y - head * 0.6)}Q${n(x)},${n(y - head * 1.5)} ${n(x + head * 0.72)},${n(y - head * 0.6)}`,
      'none',
      `stroke="#f0cf8d" stroke-width="${n(1.6 + row * 0.4)}" stroke-opacity="0.75"`,
    )
  }
  const shades = ['#70492a', '#633f25', '#56351f', '#472b1a', '#372115']
  d.polygon([...arc(tall), ...arc(-26 - row * 12).reverse()], shades[row] ?? '#372115')
  d.line(arc(tall), '#d09a58', 5 + row * 1.2)
  d.line(arc(tall - 14 - row * 3), '#2a1810', 2, 'stroke-opacity="0.6"')
  d.polygon(
    [
      at(Math.PI / 2 + 0.06, tall + 4),
      at(Math.PI / 2 - 0.06, tall + 4),
      at(Math.PI / 2 - 0.06, -70),
      at(Math.PI / 2 + 0.06, -70),
    ],
    '#7d2a28',
    `fill-opacity="${n(0.95)}"`,
  )
}

/** An orchestra in its own light, seen from the dark of the stalls. */
export function concertHall(d: Drawing): void {
  d.wash('#170d14')
  d.rect(
    0,
    0,
    WIDTH,
    760,
    d.linear([
      [0, '#241019'],
      [0.5, '#4a1f1f'],
      [1, '#2a1218'],
    ]),
  )
  d.path(
    'M330,740L330,330Q330,90 800,90Q1270,90 1270,330L1270,740Z',
    d.linear([
      [0, '#6a3a20'],
      [0.55, '#c98745'],
      [1, '#e9ad63'],
    ]),
  )
  for (let ring = 0; ring < 4; ring += 1) {
    const inset = ring * 34
    d.path(
      `M${330 + inset},740L${330 + inset},${330 + inset * 0.5}Q${330 + inset},${90 + inset} 800,${90 + inset}Q${1270 - inset},${90 + inset} ${1270 - inset},${330 + inset * 0.5}L${1270 - inset},740`,
      'none',
      `stroke="#ffe0a2" stroke-width="${5 - ring}" stroke-opacity="${n(0.7 - ring * 0.14)}"`,
    )
  }
  for (let pipe = 0; pipe < 25; pipe += 1) {
    const offset = Math.abs(pipe - 12)
    const x = 800 + (pipe - 12) * 27
    const top = 210 + (offset % 6) * 26 + offset * 5
    d.rect(
      x - 10,
      top,
      20,
      560 - top,
      d.linear(
        [
          [0, '#6d4a2a'],
          [0.35, '#fff0c4'],
          [0.6, '#d0a25c'],
          [1, '#5b3a20'],
        ],
        [0, 0, 1, 0],
      ),
      'rx="9"',
    )
    d.rect(x - 6, 500, 12, 26, '#4d2f1a', 'rx="5"')
  }
  d.rect(440, 556, 720, 26, '#6e3f22')
  d.glow(800, 520, 620, '#ffdb92', 0.6)
  d.path(
    'M210,800L390,690L1210,690L1390,800Z',
    d.linear([
      [0, '#f2c17a'],
      [1, '#a9662f'],
    ]),
  )
  d.rect(
    200,
    796,
    1200,
    40,
    d.linear([
      [0, '#73401f'],
      [1, '#2f1712'],
    ]),
  )
  // Four rising ranks of players and one conductor.
  for (let rank = 0; rank < 4; rank += 1) {
    const y = 650 + rank * 38
    const players = 15 + rank
    for (let player = 0; player < players; player += 1) {
      const x = 800 + ((player - (players - 1) / 2) / players) * (620 + rank * 170)
      if (rank === 3 && Math.abs(x - 800) < 80) continue
      const size = 56 + rank * 9
      d.figure(x, y + 22, size, rank % 2 ? '#22131a' : '#2d1a1d')
      d.rect(x - size * 0.16, y - size * 0.42, size * 0.08, size * 0.06, '#f7e3bd')
      if (player % 3 === 0)
        d.line(
          [
            [x - size * 0.3, y - size * 0.5],
            [x + size * 0.2, y - size * 0.22],
          ],
          '#8f4f24',
          4 + rank,
        )
      if (player % 4 === 1)
        d.line(
          [
            [x - size * 0.1, y - size * 0.1],
            [x + size * 0.4, y - size * 0.76],
          ],
          '#e7c27a',
          1.6,
        )
      if (rank > 1 && player % 2)
        d.rect(x + size * 0.16, y - size * 0.3, size * 0.3, size * 0.22, '#f9edd2', 'fill-opacity="0.85"')
    }
  }
  d.rect(762, 786, 76, 26, '#55301b')
  d.figure(800, 788, 122, '#120a10')
  d.line(
    [
      [786, 702],
      [744, 664],
    ],
    '#120a10',
    9,
  )
  d.line(
    [
      [814, 702],
      [860, 650],
    ],
    '#120a10',
    9,
  )
  d.line(
    [
      [860, 650],
      [882, 612],
    ],
    '#fff3d3',
    2.4,
  )
  for (const side of [-1, 1]) balconies(d, side)
  for (const x of [520, 800, 1080])
    d.polygon(
      [
        [x - 18, 0],
        [x + 18, 0],
        [x + 230, 800],
        [x - 230, 800],
      ],
      d.linear([
        [0, '#fff2c8', 0.26],
        [1, '#fff2c8', 0],
      ]),
    )
  for (let row = 0; row < 5; row += 1) {
    const y = 872 + row * 54
    const step = 48 + row * 17
    for (let x = -20 + (row % 2) * step * 0.5; x < WIDTH + 40; x += step) {
      const size = 13 + row * 5.4
      const wander = x + d.between(-7, 7)
      const fill = ['#1f1118', '#190d14', '#130a10', '#0e070c', '#090509'][row] ?? '#090509'
      d.path(
        `M${n(wander - size * 1.9)},${n(y + size * 5)}Q${n(wander - size * 1.8)},${n(y + size * 1.1)} ${n(wander)},${n(y + size)}Q${n(wander + size * 1.8)},${n(y + size * 1.1)} ${n(wander + size * 1.9)},${n(y + size * 5)}Z`,
        fill,
      )
      d.circle(wander, y, size, fill)
      d.path(
        `M${n(wander - size * 0.75)},${n(y - size * 0.66)}Q${n(wander)},${n(y - size * 1.36)} ${n(wander + size * 0.75)},${n(y - size * 0.66)}`,
        'none',
        `stroke="#e8a861" stroke-width="2.4" stroke-opacity="${n(0.62 - row * 0.11)}"`,
      )
    }
  }
  d.wash(
    d.radial(
      [
        [0.42, '#08040a', 0],
        [1, '#08040a', 0.72],
      ],
      [0.5, 0.46, 0.74],
    ),
  )
}

function balconies(d: Drawing, side: number): void {
  const at = (x: number, y: number): Point => [800 + side * x, y]
  for (const [inner, top, drop] of [
    [500, 300, 1],
    [535, 500, 0.6],
  ] as const) {
    d.polygon(
      [at(inner, top + 36), at(820, top - 40 * drop), at(820, top + 70), at(inner, top + 86)],
      d.linear([
        [0, '#b5763f'],
        [1, '#532a1c'],
      ]),
    )
    d.line([at(inner, top + 36), at(820, top - 40 * drop)], '#ffd593', 5)
    for (let head = 0; head < 8; head += 1)
      d.circle(800 + side * (inner + 24 + head * 38), top + 26 - head * 9.4 * drop, 10 + head * 1.1, '#1c0f16')
    for (let lamp = 0; lamp < 3; lamp += 1) {
      const [x, y] = at(inner + 60 + lamp * 96, top + 62 - lamp * 12)
      d.glow(x, y, 60, '#ffe0a0', 0.85)
      d.circle(x, y, 6, '#fff5d9')
    }
  }
}

/** Glass on a bench against the window, a microscope, something under test. */
export function laboratory(d: Drawing): void {
  d.wash(
    d.linear([
      [0, '#d5e6e4'],
      [0.5, '#a9cdcd'],
      [1, '#4d7f88'],
    ]),
  )
  for (let pane = 0; pane < 4; pane += 1) {
    const x = 70 + pane * 385
    d.rect(
      x,
      60,
      340,
      560,
      d.linear([
        [0, '#eef7f1'],
        [0.55, '#fdf6dc'],
        [1, '#cfe4dc'],
      ]),
    )
    d.path(
      `M${x},520Q${x + 90},${470 - pane * 8} ${x + 180},500T${x + 340},${486 + pane * 10}L${x + 340},620L${x},620Z`,
      '#a8cbbf',
    )
    d.path(`M${x},566Q${x + 120},540 ${x + 220},560T${x + 340},552L${x + 340},620L${x},620Z`, '#86b3a8')
    d.line(
      [
        [x + 170, 60],
        [x + 170, 620],
      ],
      '#6a979c',
      9,
    )
    d.line(
      [
        [x, 330],
        [x + 340, 330],
      ],
      '#6a979c',
      9,
    )
    d.rect(x, 60, 340, 560, 'none', 'stroke="#4b7c84" stroke-width="13"')
  }
  d.glow(1060, 230, 620, '#fff9df', 0.75)
  d.rect(0, 640, WIDTH, 20, '#3a6a74')
  for (let shelf = 0; shelf < 22; shelf += 1)
    d.rect(
      20 + shelf * 72,
      640 - d.between(30, 88),
      d.between(26, 52),
      90,
      ['#2f6570', '#4a8088', '#c9803f', '#3c7079', '#e2c48a'][shelf % 5] ?? '#2f6570',
      'fill-opacity="0.8"',
    )
  d.rect(
    0,
    800,
    WIDTH,
    HEIGHT - 800,
    d.linear([
      [0, '#f3efe2'],
      [0.06, '#c9d4cd'],
      [1, '#5f8289'],
    ]),
  )
  d.rect(0, 796, WIDTH, 12, '#fffdf2')
  flask(d, 250, 806, 1.25, '#e5673f')
  tube(d, 470, 806)
  flask(d, 720, 806, 0.86, '#3f9e8c')
  beaker(d, 1360, 806, '#f0b542')
  flask(d, 1510, 806, 0.7, '#7a5ba6')
  microscope(d, 1040, 812)
  d.polygon(
    [
      [830, 800],
      [1250, 800],
      [1330, 840],
      [760, 840],
    ],
    '#284b58',
    'fill-opacity="0.4"',
  )
  for (const [x, width] of [
    [330, 150],
    [820, 120],
  ] as const) {
    d.polygon(
      [
        [x, 900],
        [x + width, 890],
        [x + width + 40, 960],
        [x + 20, 974],
      ],
      '#fffdf3',
    )
    for (let row = 0; row < 5; row += 1)
      d.line(
        [
          [x + 16 + row * 4, 912 + row * 11],
          [x + width - 12 + row * 5, 903 + row * 11],
        ],
        '#7d9aa0',
        2,
      )
  }
  d.wash(
    d.radial(
      [
        [0.55, '#123039', 0],
        [1, '#123039', 0.52],
      ],
      [0.58, 0.42, 0.8],
    ),
  )
}

function flask(d: Drawing, x: number, y: number, scale: number, color: string): void {
  const s = (value: number) => n(value * scale)
  const at = (dx: number, dy: number) => `${n(x + dx * scale)},${n(y - dy * scale)}`
  d.ellipse(x + 40 * scale, y + 12, 130 * scale, 14 * scale, color, 'fill-opacity="0.35"')
  d.path(
    `M${at(-22, 300)}L${at(-22, 190)}L${at(-112, 26)}Q${at(-116, 0)} ${at(-88, 0)}L${at(88, 0)}Q${at(116, 0)} ${at(112, 26)}L${at(22, 190)}L${at(22, 300)}Z`,
    '#f6fffb',
    'fill-opacity="0.5"',
  )
  d.path(
    `M${at(-70, 102)}Q${at(0, 112)} ${at(70, 102)}L${at(112, 26)}Q${at(116, 0)} ${at(88, 0)}L${at(-88, 0)}Q${at(-116, 0)} ${at(-112, 26)}Z`,
    d.linear([
      [0, color, 0.7],
      [1, color],
    ]),
  )
  d.ellipse(x, y - 103 * scale, 70 * scale, 8 * scale, '#ffffff', 'fill-opacity="0.4"')
  for (let bubble = 0; bubble < 12; bubble += 1)
    d.circle(
      x + d.between(-70, 70) * scale,
      y - d.between(12, 90) * scale,
      d.between(2, 6) * scale,
      '#ffffff',
      'fill-opacity="0.4"',
    )
  d.path(
    `M${at(-22, 300)}L${at(-22, 190)}L${at(-112, 26)}Q${at(-116, 0)} ${at(-88, 0)}L${at(88, 0)}Q${at(116, 0)} ${at(112, 26)}L${at(22, 190)}L${at(22, 300)}`,
    'none',
    `stroke="#2c6470" stroke-width="${s(4)}" stroke-opacity="0.75"`,
  )
  d.ellipse(x, y - 300 * scale, 28 * scale, 7 * scale, '#eaf8f4', 'stroke="#2c6470" stroke-width="3"')
  d.path(
    `M${at(-84, 30)}L${at(-20, 158)}`,
    'none',
    `stroke="#ffffff" stroke-width="${s(9)}" stroke-opacity="0.65" stroke-linecap="round"`,
  )
}

function tube(d: Drawing, x: number, y: number): void {
  const colors = ['#d9553d', '#e9a83c', '#4a9a7d', '#3d7fa6', '#8a5ba3']
  d.rect(x - 20, y - 18, 250, 18, '#8a5f3c')
  for (const [index, color] of colors.entries()) {
    const left = x + index * 44
    d.rect(left, y - 210, 28, 196, '#f4fffb', 'rx="14" fill-opacity="0.55"')
    d.rect(left + 3, y - 64 - index * 17, 22, 48 + index * 17, color, 'rx="11" fill-opacity="0.9"')
    d.rect(left, y - 210, 28, 196, 'none', 'rx="14" stroke="#2c6470" stroke-width="3" stroke-opacity="0.7"')
    d.line(
      [
        [left + 7, y - 190],
        [left + 7, y - 50],
      ],
      '#ffffff',
      4,
      'stroke-opacity="0.7"',
    )
  }
  d.rect(x - 20, y - 152, 250, 16, '#a5744a')
  d.rect(x - 20, y - 152, 10, 150, '#8a5f3c')
  d.rect(x + 220, y - 152, 10, 150, '#8a5f3c')
}

function beaker(d: Drawing, x: number, y: number, color: string): void {
  d.rect(x - 70, y - 180, 140, 180, '#f6fffb', 'rx="8" fill-opacity="0.5"')
  d.rect(x - 66, y - 96, 132, 94, color, 'rx="6" fill-opacity="0.85"')
  d.ellipse(x, y - 96, 66, 8, '#fff4cf', 'fill-opacity="0.7"')
  d.rect(x - 70, y - 180, 140, 180, 'none', 'rx="8" stroke="#2c6470" stroke-width="4" stroke-opacity="0.7"')
  for (let mark = 0; mark < 5; mark += 1)
    d.line(
      [
        [x + 30, y - 30 - mark * 26],
        [x + 58, y - 30 - mark * 26],
      ],
      '#2c6470',
      3,
      'stroke-opacity="0.6"',
    )
  d.line(
    [
      [x - 40, y - 20],
      [x + 56, y - 262],
    ],
    '#dff1ee',
    7,
  )
}

function microscope(d: Drawing, x: number, y: number): void {
  const dark = d.linear([
    [0, '#35505c'],
    [0.5, '#1b313c'],
    [1, '#0f2029'],
  ])
  d.path(
    `M${x - 130},${y}L${x - 130},${y - 26}Q${x - 120},${y - 46} ${x - 60},${y - 48}L${x + 120},${y - 48}Q${x + 150},${y - 44} ${x + 150},${y}Z`,
    dark,
  )
  d.path(
    `M${x + 60},${y - 44}Q${x + 170},${y - 150} ${x + 130},${y - 290}Q${x + 112},${y - 356} ${x + 44},${y - 378}L${x + 22},${y - 330}Q${x + 78},${y - 306} ${x + 84},${y - 250}Q${x + 92},${y - 140} ${x + 10},${y - 44}Z`,
    dark,
  )
  d.rect(x - 120, y - 152, 200, 18, '#22404c', 'rx="5"')
  d.rect(x - 90, y - 162, 90, 8, '#dff1ee')
  d.rect(x - 62, y - 166, 34, 6, '#e5673f')
  d.rect(x - 70, y - 132, 50, 54, '#22404c', 'rx="6"')
  d.glow(x - 45, y - 150, 90, '#fff3bd', 0.9)
  d.group(`transform="rotate(-22 ${x} ${y - 330})"`, () => {
    d.rect(x - 34, y - 480, 52, 220, dark, 'rx="10"')
    d.rect(x - 42, y - 520, 68, 52, '#22404c', 'rx="8"')
    d.rect(x - 46, y - 532, 76, 18, '#0f2029', 'rx="6"')
    d.rect(x - 28, y - 466, 9, 190, '#7fa6ad', 'fill-opacity="0.7"')
  })
  d.polygon(
    [
      [x - 72, y - 250],
      [x - 10, y - 262],
      [x - 16, y - 214],
      [x - 62, y - 206],
    ],
    '#22404c',
  )
  d.rect(x - 60, y - 212, 26, 48, '#c9a34d', 'rx="4"')
  d.circle(x + 112, y - 190, 27, '#22404c', 'stroke="#7fa6ad" stroke-width="4"')
  d.circle(x + 112, y - 190, 11, '#0f2029')
}
