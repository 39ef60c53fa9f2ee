import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { Machine } from '../../shared/domain/machine.ts';
import { chooseSize } from '../../shared/sizing/choose-size.ts';
import type { Handlers } from '../host/handlers.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

/** Target sizes: what is proposed for a machine comes with `machine.get`; here it is taken over for many. */
export function createSizingService({ slot }: { readonly slot: Slot }) {
  return {
    'sizing.adopt': (input) =>
      slot.change(async (session) => {
        const machines = machinesWithoutSize(session, input.machineIds);
        if (!machines.ok) return machines;
        const { offeredSizes } = session.derived().sizingContext.shared;
        const bySize = Map.groupBy(machines.value, (machine) => chooseSize(machine.facts, offeredSizes).size);
        const withoutProposal = bySize.get(null)?.length ?? 0;
        bySize.delete(null);
        if (bySize.size === 0) return success({ adopted: 0, withoutProposal });
        const sizes = [...bySize].map(([size, own]) => ({ targetVmSize: size ?? '', machineIds: own.map(({ id }) => id) }));
        const appended = await session.append('machine.sizes-adopted', { sizes });
        return appended.ok ? success({ adopted: machines.value.length - withoutProposal, withoutProposal }) : appended;
      }),
  } satisfies Partial<Handlers>;
}

function machinesWithoutSize(session: Session, ids: readonly string[] | undefined): Reply<Machine[]> {
  const { machines } = session.engagement();
  const all = ids === undefined ? [...machines.values()].filter((machine) => machine.isInScope) : [];
  for (const id of new Set(ids)) {
    const machine = machines.get(id);
    if (machine === undefined) return failed('not-found', `machineIds: there is no machine ${id} in this engagement (any more).`);
    all.push(machine);
  }
  return success(all.filter((machine) => machine.facts.targetVmSize === undefined));
}
