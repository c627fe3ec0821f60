/** What of web-push is used here. It opens no socket: lib/outgoing does. */
declare module 'web-push' {
  type Details = { headers: Record<string, string | number>; body: Buffer }
  type Options = {
    vapidDetails: { subject: string; publicKey: string; privateKey: string }
    TTL: number
    urgency: 'high'
    topic: string
  }
  const webPush: {
    generateRequestDetails(
      subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
      payload: string,
      options: Options,
    ): Details
    generateVAPIDKeys(): { publicKey: string; privateKey: string }
  }
  export default webPush
}
