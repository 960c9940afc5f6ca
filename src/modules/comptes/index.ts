export { MOT_DE_PASSE_DEMO } from './rules/mot-de-passe-demo.ts';
