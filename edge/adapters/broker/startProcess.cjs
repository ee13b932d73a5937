/** Starts brokerProcess.ts. The CommonJS hook of tsx, unlike its ESM one, needs no thread of its own: 20 MB less. */
require('tsx/cjs')
require('./brokerProcess.ts')
