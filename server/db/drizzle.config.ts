/** How `npm run migration -- --name what` writes the next migration from the schema; needs no database. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: ['./server/db/schema.ts', './server/db/identitySchema.ts'],
  out: './server/db/migrations',
})
