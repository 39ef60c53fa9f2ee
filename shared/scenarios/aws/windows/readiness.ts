import { rulesLike } from '../../scenario-rules.ts';

/** The rules whose facts are about this way of replicating. */
export const readiness = rulesLike('aws-windows');
