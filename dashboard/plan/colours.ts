/** A colour of its own for each robot, none of them a state's; they come round again after the fifth. */

const COLOURS = 5

/** `rank` is the robot's place in the order of the site. */
export const robotColour = (rank: number): string => `var(--robot-${(rank % COLOURS) + 1})`
