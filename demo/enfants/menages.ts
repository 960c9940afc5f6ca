import type { Alea } from '../alea.ts';
import { addAnnees, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import { COMPLEMENTS, VOIES } from '../noms/lieux.ts';
import type { Bassin } from '../organisation/unites.ts';
import { NATIONAUX } from '../parametres/nationaux.ts';
import type { Enfant } from './identites.ts';
import type { LigneMembre } from './lignes.ts';
import type { Monde } from './monde.ts';
import type { Adulte, Parents } from './parents.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
type Menage = { id: string; depuis: Numero };

/** Où vit la famille : un ménage, deux si les parents sont séparés, avec leurs adresses successives. */
export function buildMenages(
  monde: Monde,
  enfants: readonly Enfant[],
  parents: Parents,
  bassin: Bassin,
  alea: Alea,
): void {
  const { mere, beauPere, grandMere, composition } = parents;
  const pere = parents.peres.find((p) => p !== null) ?? null;
  const ainee = Math.min(...enfants.map((e) => e.naissance));
  const ouverture = Math.min(...enfants.map((e) => e.ouvert));
  const separes = composition !== 'parents-ensemble' && mere !== null && pere !== null;
  const separation = separes ? alea.entier(ainee, Math.max(ainee, ouverture)) : null;
  const chezLePere = composition === 'pere-seul' || composition === 'pere-recompose';
  const titulaire = grandMere ?? (chezLePere ? pere : mere) ?? pere;
  if (!titulaire) return;

  const principal = createMenage(monde, alea.flux('principal'), titulaire, ainee - 200);
  if (composition !== 'inconnu') createAdresses(monde, alea.flux('adresses'), principal, bassin, true);
  ajouterAdulte(monde, alea, principal, titulaire, principal.depuis, null);
  if (!separes && composition === 'parents-ensemble' && pere && mere)
    ajouterAdulte(monde, alea, principal, titulaire === mere ? pere : mere, principal.depuis, null);
  if (beauPere && beauPere !== pere)
    ajouterAdulte(monde, alea, principal, beauPere, Math.max(ainee, ouverture - 500), null);

  const autre = separes && !grandMere ? (chezLePere ? mere : pere) : grandMere ? mere : null;
  let second: Menage | null = null;
  if (autre && autre !== titulaire) {
    const depuis = separation ?? ainee;
    if (!grandMere && depuis > principal.depuis)
      ajouterAdulte(monde, alea, principal, autre, principal.depuis, depuis - 1);
    if (composition === 'alternee' || alea.chance(0.6)) {
      second = createMenage(monde, alea.flux('second'), autre, depuis);
      createAdresses(monde, alea.flux('adresses-2'), second, monde.tirerBassin(alea), false);
      ajouterAdulte(monde, alea, second, autre, depuis, null);
    }
  }
  for (const enfant of enfants) placer(monde, alea, enfant, principal, second, composition);
}

function createMenage(monde: Monde, alea: Alea, titulaire: Adulte, depuis: Numero): Menage {
  const id = alea.identifiant(Math.max(depuis, parseNumero('2008-01-01')));
  const saisi = Math.max(depuis, parseNumero('2008-01-01'));
  monde.lignes.menages.push({
    id,
    libelle: `${titulaire.sexe === 'F' ? 'Mme' : 'M.'} ${titulaire.prenom} ${titulaire.nom}`,
    creePar: monde.findAuteur(alea, saisi),
    creeLe: alea.instant(saisi),
  });
  return { id, depuis };
}

function ajouterAdulte(monde: Monde, alea: Alea, menage: Menage, adulte: Adulte, du: Numero, au: Numero | null): void {
  const fin = adulte.deces === null ? au : Math.min(adulte.deces, au ?? adulte.deces);
  if (fin !== null && fin < du) return;
  monde.lignes.membres.push({
    id: alea.identifiant(Math.max(du, 0)),
    menageId: menage.id,
    personneId: adulte.id,
    residence: 'principale',
    periode: formatPeriode(du, fin),
  });
}

/** Un enfant confié quitte le domicile ; il y revient parfois pour des visites, puis à la fin de l'accueil s'il est mineur. */
function placer(
  monde: Monde,
  alea: Alea,
  e: Enfant,
  principal: Menage,
  second: Menage | null,
  composition: string,
): void {
  const majorite = addAnnees(e.naissance, 18);
  const poser = (menage: Menage, residence: LigneMembre['residence'], du: Numero, au: Numero | null) => {
    if (au !== null && au < du) return;
    monde.lignes.membres.push({
      id: alea.identifiant(Math.max(du, 0)),
      menageId: menage.id,
      personneId: e.id,
      residence,
      periode: formatPeriode(du, au),
    });
  };
  const habituelle = composition === 'alternee' ? 'alternee' : 'principale';
  const foyers = composition === 'alternee' && second ? [principal, second] : [principal];
  for (const foyer of foyers) {
    const du = Math.max(e.naissance, foyer.depuis);
    if (e.situation !== 'accueil') {
      poser(foyer, habituelle, du, e.clos !== null && e.clos > majorite ? e.clos : null);
      continue;
    }
    poser(foyer, habituelle, du, e.ouvert - 1);
    if (alea.chance(0.55)) poser(foyer, 'occasionnelle', Math.max(du, e.ouvert), e.clos);
    if (e.clos !== null && e.clos < majorite) poser(foyer, habituelle, Math.max(du, e.clos + 1), null);
  }
  // Deux sources qui se contredisent : l'enfant est dit vivre chez ses deux parents à la fois.
  if (
    second &&
    composition !== 'alternee' &&
    e.situation !== 'accueil' &&
    alea.chance(NATIONAUX.faitsContradictoires.valeur * 2)
  ) {
    poser(second, 'principale', Math.max(e.naissance, second.depuis), null);
  }
}

/** Les adresses successives, écrites en remontant depuis la dernière, qui est dans le bassin de la famille. */
function createAdresses(monde: Monde, alea: Alea, menage: Menage, bassin: Bassin, dansLeDepartement: boolean): void {
  let au: Numero | null = null;
  let repere = AUJOURDHUI;
  for (let i = 0; i < 5; i++) {
    const duree = Math.round(120 - 1700 * Math.log(1 - alea.reel()));
    const du = Math.max(menage.depuis, repere - duree);
    const commune =
      i === 0 && (dansLeDepartement || alea.chance(0.7))
        ? bassin.commune
        : i > 0 && alea.chance(0.85)
          ? alea.chance(0.6)
            ? bassin.commune
            : monde.tirerBassin(alea).commune
          : monde.tirerVille(alea);
    monde.lignes.adresses.push({
      id: alea.identifiant(Math.max(du, 0)),
      menageId: menage.id,
      voie: `${alea.entier(1, 120)} ${alea.choix(VOIES)}`,
      complement: alea.chance(0.22) ? alea.choix(COMPLEMENTS) : null,
      codePostal: commune.codesPostaux[0] ?? null,
      communeCode: commune.codeInsee,
      communeNom: commune.nom,
      periode: formatPeriode(du, au),
    });
    if (du <= menage.depuis) return;
    au = du - 1;
    repere = au;
  }
}
