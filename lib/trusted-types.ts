type Rules = { createHTML?: (html: string) => string; createScriptURL?: (url: string) => string | null }

/** What a policy makes is given out as the text that it stands for: TypeScript does not know the objects yet that browsers make of it. */
type Factory = { createPolicy(name: string, rules: Rules): { createHTML(html: string): string } }

/** Undefined on the server, and in browsers without Trusted Types, which take any text. */
export const { trustedTypes } = globalThis as { trustedTypes?: Factory }
