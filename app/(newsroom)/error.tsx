'use client'

export { ErrorScreen as default } from '@/components/newsroom/error-screen.client'
