/** Whether something that is being waited for takes longer than usual, so that it should be said. */
const SLOW_MS = 4000

export const slowly = (waiting: () => boolean): { readonly now: boolean } => {
  let slow = $state(false)
  $effect(() => {
    slow = false
    if (!waiting()) return
    const timer = setTimeout(() => {
      slow = true
    }, SLOW_MS)
    return () => clearTimeout(timer)
  })
  return {
    get now() {
      return slow
    },
  }
}
