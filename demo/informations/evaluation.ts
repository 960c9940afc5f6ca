import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { formatPeriode } from '../lignes.ts';
import type { Occupation } from '../organisation/agents.ts';
import type { Chronologie, Issue } from './chronologie.ts';
import type { LignesIp } from './lignes.ts';
import { buildArgument, buildRubrique } from './recits.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

export type Evaluation = {
  informationId: string;
  chronologie: Chronologie;
  issue: Issue;
  mineurs: readonly { id: string; petit: boolean; aNaitre: boolean }[];
  equipe: readonly string[];
  valideur: string | null;
  validee: boolean | undefined;
};

const RUBRIQUES_DU_FOYER = ['capacites', 'ressources'];
const RUBRIQUES_DU_MINEUR = ['besoins', 'sante', 'education', 'developpement', 'souffrance'];

/** L'équipe en poste ce jour-là dans le territoire : deux métiers différents si possible, un seul quand il manque quelqu'un. */
export function drawEquipe(alea: Alea, evaluateurs: readonly Occupation[], territoire: string, le: Numero): string[] {
  const presents = alea.melange(evaluateurs.filter((o) => o.du <= le && (o.au === null || o.au >= le)));
  const locaux = presents.filter((o) => o.decrit.territoireCode === territoire);
  const premier = locaux[0] ?? presents[0];
  if (!premier) return [];
  const autres = (locaux.length > 1 ? locaux : presents).filter((o) => o.agentId !== premier.agentId);
  const second = autres.find((o) => o.decrit.metier !== premier.decrit.metier) ?? autres[0];
  return second && !alea.chance(0.06) ? [premier.agentId, second.agentId] : [premier.agentId];
}

/** Ce que l'équipe a fait : rencontres, avis, rubriques, rapport ; des oublis compris. */
export function addEvaluation(lignes: LignesIp, alea: Alea, evaluation: Evaluation): void {
  const { informationId, chronologie: c, equipe } = evaluation;
  if (c.attribuee === null) return;
  for (const agentId of equipe)
    lignes.evaluateur.push({
      id: alea.identifiant(c.attribuee),
      informationId,
      agentId,
      periode: formatPeriode(c.attribuee, c.close),
      motifFin: null,
    });
  if (c.debutee === null || equipe.length === 0) return;
  addRencontres(lignes, alea.flux('rencontres'), evaluation, c.debutee);
  addAvis(lignes, alea.flux('avis'), evaluation, c.debutee);
  addRapport(lignes, alea.flux('rapport'), evaluation, c.debutee);
}

function addRencontres(lignes: LignesIp, alea: Alea, e: Evaluation, debutee: Numero): void {
  const fin = e.chronologie.remise ?? debutee + 60;
  const poser = (le: Numero, champs: Record<string, string | boolean | null>, mineurs: readonly { id: string }[]) => {
    if (le > Math.min(fin, AUJOURDHUI)) return;
    const id = alea.identifiant(le);
    lignes.rencontre.push({
      id,
      informationId: e.informationId,
      le: formatNumero(le),
      lieu: 'domicile',
      issue: 'tenue',
      titulairesPresents: false,
      mineurSeul: false,
      accordParental: null,
      sansAccordMotif: null,
      ...champs,
      parId: e.equipe[0] ?? null,
      compteRendu: 'DONNÉE FICTIVE – Échange d’une heure, compte rendu relu par l’équipe.',
    });
    for (const { id: mineurId } of mineurs) lignes.rencontre_mineur.push({ rencontreId: id, mineurId });
  };
  const nes = e.mineurs.filter(({ aNaitre }) => !aNaitre);
  const terminee = e.chronologie.remise !== null;
  if (!terminee && alea.chance(0.25)) poser(debutee + 3, { issue: 'refusee' }, []);
  if (terminee || alea.chance(0.75)) poser(debutee + alea.entier(2, 10), { titulairesPresents: true }, nes);
  const grands = nes.filter(({ petit }) => !petit);
  if (grands.length === 0 || !(terminee || alea.chance(0.5))) return;
  const le = debutee + alea.entier(10, 25);
  const accordParental = alea.chance(0.9);
  const sansAccordMotif = accordParental ? null : 'DONNÉE FICTIVE – Le mineur a demandé à être entendu sans eux.';
  poser(le, { lieu: 'ecole', mineurSeul: true, accordParental, sansAccordMotif }, grands);
}

function addAvis(lignes: LignesIp, alea: Alea, e: Evaluation, debutee: Numero): void {
  const le = debutee + alea.entier(4, 20);
  if (le > AUJOURDHUI) return;
  const poser = (aupres: string, mineurId: string | null, qui: string | null, recueilli = true) =>
    lignes.avis.push({
      id: alea.identifiant(le),
      informationId: e.informationId,
      aupres,
      mineurId,
      qui,
      le: formatNumero(le),
      recueilli,
      teneur: recueilli ? 'DONNÉE FICTIVE – Avis recueilli lors de la rencontre.' : null,
      motifAbsence: recueilli ? null : 'DONNÉE FICTIVE – N’a pas souhaité répondre.',
      parId: e.equipe[0] ?? null,
    });
  for (const { id, petit, aNaitre } of e.mineurs) if (!aNaitre && !petit) poser('mineur', id, null);
  poser('titulaire', null, 'les parents', alea.chance(0.93));
  if (alea.chance(0.8)) poser('professionnel', null, 'l’enseignante');
  if (alea.chance(0.5)) poser('entourage', null, 'les grands-parents', alea.chance(0.85));
}

function addRapport(lignes: LignesIp, alea: Alea, e: Evaluation, debutee: Numero): void {
  const c = e.chronologie;
  const terminee = c.remise !== null;
  const le = Math.min(AUJOURDHUI, c.remise ?? debutee + 20);
  const ecrire = (mineurId: string | null, code: string) =>
    lignes.rubrique.push({
      informationId: e.informationId,
      mineurId,
      code,
      texte: buildRubrique(alea),
      modifieePar: e.equipe[alea.entier(0, e.equipe.length - 1)] ?? null,
      modifieeLe: alea.instant(le),
    });
  for (const code of RUBRIQUES_DU_FOYER) if (terminee || alea.chance(0.4)) ecrire(null, code);
  for (const { id } of e.mineurs)
    for (const code of RUBRIQUES_DU_MINEUR) if (terminee || alea.chance(0.35)) ecrire(id, code);
  const proposition = propose(alea, e.issue);
  // Validé, le rapport attend une décision ; une fois sur trois il attend encore d'être validé.
  const attend = c.validation !== null && c.decidee === null && (e.validee ?? alea.flux('validation').chance(0.67));
  const validee = e.valideur === null ? null : (c.decidee ?? (attend ? c.validation : null));
  lignes.rapport.push({
    informationId: e.informationId,
    referentiel: 'HAS, évaluation globale de la situation des enfants en danger ou risque de danger',
    referentielVersion: '2021',
    conclusion: terminee
      ? { classement: 'infirme', 'actions-adaptees': 'risque', saisine: 'danger' }[proposition]
      : null,
    proposition: terminee ? proposition : null,
    argumentaire: terminee ? buildArgument(alea, proposition) : null,
    evaluationImpossible: false,
    remisLe: c.remise === null ? null : formatNumero(c.remise),
    remisPar: terminee ? (e.equipe[0] ?? null) : null,
    valideLe: validee === null ? null : formatNumero(validee),
    validePar: validee === null ? null : e.valideur,
  });
}

/** La proposition de l'équipe ; une fois sur vingt, la décision a été autre (IP-021). */
function propose(alea: Alea, issue: Issue): 'classement' | 'actions-adaptees' | 'saisine' {
  if (issue === 'hors-ip' || issue === 'transferee') return 'classement';
  if (issue === 'saisine' && alea.chance(0.05)) return 'actions-adaptees';
  return issue;
}
