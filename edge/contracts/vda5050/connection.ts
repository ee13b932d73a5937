/** The VDA 5050 2.x connection message: retained, and the robot's last will. */
import { z } from 'zod'
import { Header } from './header.ts'
import { type Heard, hear, keyword } from './lenient.ts'

export const ConnectionState = z.enum(['ONLINE', 'OFFLINE', 'CONNECTIONBROKEN'])
export type ConnectionState = z.infer<typeof ConnectionState>

export const Connection = Header.extend({ connectionState: ConnectionState })
export type Connection = z.infer<typeof Connection>

export const HeardConnection = z.object({ connectionState: keyword.pipe(ConnectionState) })
export type HeardConnection = z.infer<typeof HeardConnection>

export const hearConnection = (text: string): Heard<HeardConnection> => hear(text, HeardConnection, Connection)
