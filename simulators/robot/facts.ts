/** What a robot is and can do, as its factsheet says. */
import { z } from 'zod'
import { abilitiesOf } from './actions.ts'
import type { Vehicle } from './vehicle.ts'

/** All of them are numbers or texts. */
const parametersOf = (parameters: z.ZodObject) => {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters)
  return Object.entries(properties).map(([key, property]) => ({
    key,
    valueDataType: typeof property === 'object' && property.type === 'number' ? 'FLOAT' : 'STRING',
    isOptional: !required.includes(key),
  }))
}

/** The body of the message, without its head. */
export const factsOf = ({ options }: Vehicle) => ({
  typeSpecification: {
    seriesName: 'hall runner',
    agvKinematic: 'DIFF',
    agvClass: 'CARRIER',
    maxLoadMass: 10,
    localizationTypes: ['NATURAL'],
    navigationTypes: ['VIRTUAL_LINE_GUIDED'],
  },
  physicalParameters: {
    speedMin: 0.05,
    speedMax: options.speedMps,
    accelerationMax: 0.5,
    decelerationMax: 1,
    heightMax: 1.2,
    width: 0.5,
    length: 0.6,
  },
  protocolLimits: {
    maxStringLens: {},
    maxArrayLens: options.limits,
    timing: { minOrderInterval: 0.1, minStateInterval: 0.1, defaultStateInterval: 30, visualizationInterval: 1 },
  },
  protocolFeatures: {
    optionalParameters: [],
    agvActions: [...abilitiesOf(options)].map(([actionType, { scopes, parameters }]) => ({
      actionType,
      actionScopes: scopes,
      actionParameters: parametersOf(parameters),
    })),
  },
  agvGeometry: {},
  loadSpecification: options.handling === 'robot' ? { loadPositions: ['tray'] } : {},
})
