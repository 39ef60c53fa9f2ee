/** All that was seen between two machines in one direction: `from` calls `to`. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly ports: readonly number[];
  /** How often it was seen, over all sources. */
  readonly count: number;
  readonly isLatencySensitive: boolean;
  /** Newest sighting, where a source dates it. */
  readonly seenAt: string | null;
  /** Where it stands: import and row of the first sighting. */
  readonly importId: string;
  readonly row: number;
}

/** A connection that does not weld, and why. */
export interface FoldedAway {
  readonly serviceId: string;
  readonly title: string;
  readonly connections: number;
  readonly machines: number;
}

export interface Ties {
  readonly ties: readonly Tie[];
  readonly foldedAway: readonly FoldedAway[];
  /** Machines that serve so many others that they weld nothing. */
  readonly sharedMachineIds: readonly { readonly machineId: string; readonly peers: number; readonly by: 'person' | 'many-peers' }[];
  /** Ends that fit no machine of the inventory, most seen first. */
  readonly unknownEnds: readonly { readonly name: string; readonly connections: number; readonly why: 'unknown' | 'ambiguous' }[];
  readonly connectionCount: number;
}
