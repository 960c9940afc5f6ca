/** Porte 2 : les lectures et les actes sur les délégations que d'autres modules appellent. */
export {
  countDelegations,
  findDelegation,
  listDelegations,
  listDelegationsDe,
} from './data/delegations.server.ts';
export { closeDelegation, closeDelegationsDe, recordDelegation } from './data/delegations-commands.server.ts';
export { listEcheances } from './data/echeances.server.ts';
export {
  formatDelegataires,
  getSignature,
  listUnitesSignees,
  type UnitesSignees,
  verifySignature,
} from './data/signature.server.ts';
export { TRAVAUX } from './data/travaux.server.ts';
