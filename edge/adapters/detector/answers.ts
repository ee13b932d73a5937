/** What a model puts out, in the shapes that its manifest promises. */
import type { Tensor } from 'onnxruntime-node'
import { ModelFault } from './modelFault.ts'

/** By the name of the output. */
export type Answers = Readonly<Record<string, Tensor>>

/** A length that is not known beforehand, but at least so much. */
export interface AtLeast {
  least: number
}

export interface Answered<T> {
  values: T
  dims: readonly number[]
}

const fits = (length: number | undefined, wanted: number | AtLeast): boolean =>
  length !== undefined && (typeof wanted === 'number' ? length === wanted : length >= wanted.least)

const spoken = (shape: readonly (number | AtLeast)[]): string =>
  `[${shape.map((length) => (typeof length === 'number' ? length : `at least ${length.least}`)).join(', ')}]`

const answerOf = (answers: Answers, name: string, shape: readonly (number | AtLeast)[]): Tensor => {
  const answer = answers[name]
  if (!answer || answer.dims.length !== shape.length || !shape.every((wanted, i) => fits(answer.dims[i], wanted)))
    throw new ModelFault(
      `the model gives ${name} as [${answer?.dims.join(', ')}] where ${spoken(shape)} is expected by its manifest`,
    )
  return answer
}

/** Throws `ModelFault` when the output has another shape, or other numbers than float32. */
export const floatsOf = (
  answers: Answers,
  name: string,
  shape: readonly (number | AtLeast)[],
): Answered<Float32Array> => {
  const { data, dims, type } = answerOf(answers, name, shape)
  if (!(data instanceof Float32Array))
    throw new ModelFault(`the model gives ${name} as ${type} where float32 is expected`)
  return { values: data, dims }
}

/** Throws `ModelFault` when the output has another shape, or no numbers. */
export const labelsOf = (
  answers: Answers,
  name: string,
  shape: readonly (number | AtLeast)[],
): Answered<ArrayLike<number | bigint>> => {
  const { data, dims, type } = answerOf(answers, name, shape)
  if (data instanceof BigInt64Array || data instanceof Int32Array || data instanceof Float32Array)
    return { values: data, dims }
  throw new ModelFault(`the model gives ${name} as ${type} where whole numbers are expected`)
}
