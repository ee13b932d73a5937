/** The hall for one page: a screen that is kept alive while the page is open, and that its parts find. */
import { HallScreen, provideHallScreen } from './hallScreen.svelte.ts'
import { keepLive } from './keepLive.ts'

/** To be called while the page is set up. */
export const openScreen = (): HallScreen => {
  const screen = new HallScreen(() => performance.now())
  provideHallScreen(screen)
  $effect(() => keepLive(screen))
  return screen
}
