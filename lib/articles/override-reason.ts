/** How long the reason for passing over an issue may be, in characters: the form and the server ask the same. */
export const OVERRIDE_REASON = { least: 10, most: 500 }
