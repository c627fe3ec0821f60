type Field<Values> = keyof Values & string

export type Meeting<Values> = {
  /** Everything that only one of the two changed, from whoever did; where both did, one's own for now. */
  values: Values
  /** What both changed, each to something else: the person decides. */
  asked: Field<Values>[]
  /** What only the other one changed: it is in `values`. */
  taken: Field<Values>[]
}

/** Brings together a form as it was opened, as it was typed into, and as somebody else saved it meanwhile. */
export function meet<Values extends object>(opened: Values, mine: Values, theirs: Values): Meeting<Values> {
  const fields = Object.keys(opened) as Field<Values>[]
  const changed = fields.filter((field) => !isSame(opened[field], theirs[field]) && !isSame(mine[field], theirs[field]))
  const asked = changed.filter((field) => !isSame(opened[field], mine[field]))
  const taken = changed.filter((field) => !asked.includes(field))
  const values = { ...mine }
  for (const field of taken) values[field] = theirs[field]
  return { values, asked, taken }
}

/** The values of a form are texts, lists of them and small records, always written in one order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
