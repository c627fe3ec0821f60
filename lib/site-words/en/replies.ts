/** The sentence that readers are owed where somebody was asked and said nothing. */
export const replies = {
  declined: (name: string) => `${name} declined to comment.`,
  silent: (name: string, clock: string, day: string) =>
    `${name} did not respond to a request for comment by ${clock} on ${day}.`,
}
