/** States that have a colour, an icon and a word; the same everywhere. */
export type Tone = 'ready' | 'warning' | 'blocked' | 'undecided' | 'waiting' | 'running' | 'done' | 'neutral';
