/** A program that holds the embedded PostgreSQL of a folder until it is killed; says the cluster's folder when it is up. */
import { openEmbedded } from '#server/db/embedded.ts'

const [dataDir = '', elsewhere = ''] = process.argv.slice(2)
const { folder } = await openEmbedded({ dataDir, elsewhere, fast: true })
console.log(folder)
