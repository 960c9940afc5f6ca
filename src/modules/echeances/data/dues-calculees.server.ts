import type { Contexte } from '#database/as-agent.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { ACTEURS, isDehors } from '#shared/obligation.ts';
import { findPorteeDArrivee, formatReference, type Portee } from '../echeance-filtre.ts';
import { findRegle, listTextes } from '../rules/referentiel.ts';
import { type EcheanceASuivre, listASuivre, listSortes, type Sorte } from './echeances-queries.server.ts';
import { readSignees } from './mes-informations.server.ts';

/** Au-delà, une règle tient en une ligne qui ouvre sa liste : on voit ses propres enfants un à un plus longtemps. */
const PAR_SORTE: Record<Portee, number> = { moi: 12, equipe: 4, perimetre: 4 };
const IMMEDIATES = 30;

/** Ce qui est dû aux enfants, sur les informations et des crèches, pour soi, son équipe ou son périmètre. */
export async function listDuesCalculees(contexte: Contexte, portee: Portee): Promise<EcheanceDue[]> {
  const signees = await readSignees(contexte);
  const sortes = await listSortes(contexte, portee, { signees, uneAUne: IMMEDIATES });
  const [peu, nombreuses] = [
    sortes.filter((sorte) => isUneAUne(sorte, portee)),
    sortes.filter((sorte) => !isUneAUne(sorte, portee)),
  ];
  const ids = peu.flatMap((sorte) => sorte.ids ?? []);
  const lignes = await listASuivre(contexte, signees, ids);
  const arrivee = findPorteeDArrivee(contexte.agent);
  return [
    ...lignes.map((ligne) => buildDueSuivie(ligne, signees['ip.decider'].deleguees)),
    ...nombreuses.map((sorte) => buildDueDeSorte(sorte, portee === arrivee ? '' : portee)),
  ];
}

/** Là où personne n'a délégation pour décider, le président signe : on attend. */
function buildDueSuivie(ligne: EcheanceASuivre, deleguees: readonly string[]): EcheanceDue {
  const due = buildDue(ligne);
  if (ligne.regle !== 'IP-021' || (ligne.uniteId !== null && deleguees.includes(ligne.uniteId))) return due;
  return {
    ...due,
    libelle: 'Décision sans délégataire',
    attenteDe: 'le président : personne n’a délégation ici',
    acte: { titre: 'Ouvrir', href: `${ligne.objet.href}/suites` },
  };
}

function buildDue(ligne: EcheanceASuivre): EcheanceDue {
  const { id, objet, regle, libelle, pour, instant, acteur, gravite, agent, relaye, unite, etapes, textes } = ligne;
  const deQui = relaye ? `pour ${agent}` : (agent ?? unite ?? ACTEURS[acteur]);
  return {
    regle,
    objet: { module: 'echeances', type: 'echeance', id: Identifiant.parse(id) },
    enfantId: objet.sorte === 'enfant' ? Identifiant.parse(objet.id) : null,
    libelle,
    pour,
    instant,
    gravite,
    attenteDe: isDehors(acteur) ? ACTEURS[acteur] : null,
    faiteLe: null,
    etapes,
    textes: textes ?? listTextes(regle),
    qui: {
      nom: objet.nom,
      href: objet.href,
      // Une crèche est sa propre unité : on ne la nomme pas deux fois.
      detail: deQui === objet.nom ? ACTEURS[acteur] : deQui,
    },
    detail: formatReference(objet),
    acte: buildActe(ligne),
  };
}

type Acte = { titre: string; page: string };
/** L'acte qui éteint ce qui est dû sur une information a sa page, pour qui le fait ; le reste s'ouvre par son échéance. */
const ACTES: Readonly<Record<string, Acte>> = {
  'IP-004': { titre: 'Attribuer', page: 'attribution' },
  'IP-005': { titre: 'Qualifier', page: 'qualification' },
  'IP-010': { titre: 'Ouvrir l’évaluation', page: 'evaluation' },
  'IP-011': { titre: 'Ouvrir l’évaluation', page: 'evaluation' },
  'IP-015': { titre: 'Inscrire', page: 'suites/informer?objet=ouverture&aQui=titulaires' },
  'IP-020': { titre: 'Valider ou rendre', page: 'evaluation/validation' },
  'IP-021': { titre: 'Décider', page: 'suites/decider' },
  'IP-022': { titre: 'Inscrire', page: 'suites/informer?objet=conclusions&aQui=titulaires' },
  'IP-023': { titre: 'Inscrire', page: 'suites/informer?objet=saisine&aQui=titulaires&signalementId=' },
  'IP-024': { titre: 'Inscrire', page: 'suites/informer?objet=source&aQui=source' },
  'IP-025': { titre: 'Inscrire', page: 'suites/informer?objet=source&aQui=source' },
  'IP-030': { titre: 'Ouvrir le signalement', page: 'suites/signalements/' },
  'IP-033': { titre: 'Ouvrir le signalement', page: 'suites/signalements/' },
  'IP-037': { titre: 'Revoir', page: 'urgence' },
  'IP-038': { titre: 'Ouvrir l’évaluation', page: 'evaluation' },
};
/** Tant que rien n'est commencé, l'acte est d'abord de commencer. */
const DEBUTS: Readonly<Record<string, Acte>> = {
  'IP-005 recue': { titre: 'Analyser', page: 'analyse' },
  'IP-010 attribuee': { titre: 'Commencer', page: 'evaluation/debut' },
  'IP-011 attribuee': { titre: 'Commencer', page: 'evaluation/debut' },
};
const SIGNALEMENT = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=$|:signature$|:envoi$)/;

function buildActe({ id, regle, cle, objet, mienne }: EcheanceASuivre) {
  const acte = objet.sorte === 'information' && mienne ? (DEBUTS[`${regle} ${objet.etat}`] ?? ACTES[regle]) : undefined;
  if (!acte) return { titre: 'Ouvrir', href: `/echeances/${id}` };
  const signalement = /[/=]$/.test(acte.page) ? (SIGNALEMENT.exec(cle)?.[0] ?? '') : '';
  return { titre: acte.titre, href: `${objet.href}/${acte.page}${signalement}` };
}

/** Un danger grave et immédiat à analyser reste seul sur sa ligne. */
function isUneAUne({ regle, gravite, ensemble }: Sorte, portee: Portee): boolean {
  const immediat = portee === 'moi' && regle === 'IP-005' && gravite === 'critique';
  return ensemble <= (immediat ? IMMEDIATES : PAR_SORTE[portee]);
}

function buildDueDeSorte({ couloir, regle, ensemble, pour, gravite }: Sorte, portee: Portee | ''): EcheanceDue {
  const connue = findRegle(regle);
  const href = `/echeances?${new URLSearchParams({ vue: couloir, regle, gravite, ...(portee && { portee }) })}`;
  return {
    regle,
    objet: { module: 'echeances', type: couloir, id: Identifiant.parse(OBJET_DE_SORTE) },
    enfantId: null,
    libelle: connue?.libelle ?? regle,
    pour,
    instant: null,
    gravite,
    attenteDe: connue && isDehors(connue.acteur) ? ACTEURS[connue.acteur] : null,
    faiteLe: null,
    etapes: [],
    textes: listTextes(regle),
    qui: { nom: `${ensemble} échéances`, href },
    detail: 'date de la plus ancienne',
    acte: { titre: 'Voir la liste', href },
    ensemble,
  };
}
/** Une ligne pour plusieurs : elle ne désigne aucune échéance en particulier. */
const OBJET_DE_SORTE = '00000000-0000-4000-8000-000000000000';
