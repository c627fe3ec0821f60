// Shows what is breaking, also while no page of ours is open, and opens the article when it is pressed.
self.addEventListener('push', (event) => {
  const { title, body, path, tag, lang, dir } = event.data.json()
  // Of one alert there is one notice, however often it comes.
  event.waitUntil(self.registration.showNotification(title, { body, tag, lang, dir, data: { path } }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(new URL(event.notification.data.path, self.location.origin).href))
})
