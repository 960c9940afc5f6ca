/** Porte 1, pure : le vocabulaire et les règles des délégations que d'autres modules emploient. */
export {
  ACTES_DELEGABLES,
  ActeDelegable,
  Delegation,
  DelegationFiltre,
  DelegationLue,
  ETATS_DELEGATION,
  formatActe,
} from './delegation.ts';
export { canRecordDelegation } from './droits.ts';
export { evaluateEtat, evaluateSignature, formatEtat, listDelegationsActives } from './rules/delegation.ts';
