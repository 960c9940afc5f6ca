/** Porte 2 : les lectures et les actes de l'organisation que d'autres modules appellent. */
export { listAvis } from './data/avis.server.ts';
export { recordAvisLu } from './data/avis-commands.server.ts';
export {
  type CommuneOfficielle,
  findDepartementOfficiel,
  listCommunesOfficielles,
  listDepartementsOfficiels,
} from './data/communes.server.ts';
export { getParametre, getParametreDate, listParametres } from './data/parametres.server.ts';
export { recordParametre } from './data/parametres-commands.server.ts';
export {
  findCommune,
  findUniteDesservant,
  getDepartement,
  listCommunes,
  listCommunesAChoisir,
} from './data/secteurs.server.ts';
export { recordSecteur } from './data/secteurs-commands.server.ts';
export {
  findUnite,
  getUnite,
  getVocabulaire,
  isSousUnite,
  listAscendance,
  listUnitesAChoisir,
  type UniteFiche,
} from './data/unites.server.ts';
export { closeUnite, createUnite, updateUnite } from './data/unites-commands.server.ts';
