import { type RouteConfigEntry, route } from '@react-router/dev/routes';

const page = (fichier: string) => `modules/enfants/web/${fichier}`;

export default [
  route('enfants', page('liste.tsx')),
  route('enfants.xlsx', page('classeur.ts')),
  route('enfants/nouveau', page('nouveau.tsx')),
  route('enfants/:id', page('fiche.tsx')),
  route('enfants/:id/identite', page('identite.tsx')),
  route('enfants/:id/autre-nom', page('autre-nom.tsx')),
  route('enfants/:id/proche', page('proche.tsx')),
  route('enfants/:id/lien', page('lien.tsx')),
  route('enfants/:id/autorite', page('autorite.tsx')),
  route('enfants/:id/statut', page('statut.tsx')),
  route('enfants/:id/foyer', page('foyer.tsx')),
  route('enfants/:id/foyers/:menage/adresse', page('adresse.tsx')),
  route('enfants/:id/foyers/:menage/membre', page('membre.tsx')),
  route('enfants/:id/partenaire', page('partenaire.tsx')),
  route('enfants/:id/missions', page('missions.tsx')),
  route('enfants/:id/proteger', page('proteger.tsx')),
  route('enfants/:id/consultations', page('consultations.tsx')),
  route('enfants/:id/cloture', page('cloture.tsx')),
  route('enfants/:id/:objet/:ligne/fin', page('fin.tsx')),
  route('personnes/doublons', page('doublons.tsx')),
  route('personnes/fusion', page('fusion.tsx')),
  route('personnes/:id', page('personne.tsx')),
  route('bris-de-glace', page('bris-de-glace.tsx')),
  route('bris-de-glace/revue', page('revue.tsx')),
  route('bris-de-glace/revue.xlsx', page('revue-classeur.ts')),
] satisfies RouteConfigEntry[];
