/** A topic as a picker prints it: "Parent › Topic", so that two of one name are told apart. */
export function topicInWords({ name, parent }: { name: string; parent: { name: string } | null }): string {
  return parent === null ? name : `${parent.name} › ${name}`
}
