/**
 * Les informations préoccupantes d'un enfant, rassemblées de ses faits.
 *
 * Comment c'est lu ici : un fait qui nomme son information s'y range ; sans nom, il va à la dernière reçue ce jour-là ou avant, à
 * défaut à la première. De chaque acte, c'est le premier qui compte : une évaluation remise le reste si l'on y revient. Un acte qui n'est pas
 * inscrit a eu lieu au plus tard quand un acte qui le suppose l'est : on ne décide que d'un rapport validé, on ne valide que ce qui est remis.
 * Le délai est réduit de la durée décidée à la qualification ; à défaut, si l'enfant ou un mineur du foyer a moins de deux ans à la
 * réception, de celle que le département a réglée (IP-011).
 */
import { readParametre } from '#modules/organisation/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Dossier, derive, type Fait, type FaitDate, listFaits } from '#shared/obligation.ts';
import {
  DECISION_SUITES,
  EVALUATION_ATTRIBUEE,
  EVALUATION_DEBUTEE,
  INFORMATION_CLOSE,
  INFORMATION_DONNEE,
  INFORMATION_QUALIFIEE,
  INFORMATION_RECUE,
  NOUVEL_ELEMENT,
  RAPPORT_REMIS,
  RAPPORT_VALIDE,
  RELANCE_PARQUET,
  REPONSE_PARQUET,
  SIGNALEMENT_ABANDONNE,
  SIGNALEMENT_ENVOYE,
  SIGNALEMENT_REDIGE,
  SIGNALEMENT_SIGNE,
  URGENCE_REVUE,
} from '../faits.ts';
import type { CategorieSource, Urgence } from '../information.ts';
import { isDelaiReduitDu } from './delais.ts';

export type InformationSuivie = Readonly<{
  cle: string;
  recueLe: JourCivil;
  urgence: Urgence;
  categorie: CategorieSource;
  transmiseLe: JourCivil;
  suitesDemandeesLe: JourCivil | null;
  /** Nul : le délai du texte, trois mois. */
  delaiReduitJours: number | null;
  qualifieeLe: JourCivil | null;
  attribueeLe: JourCivil | null;
  debuteeLe: JourCivil | null;
  remisLe: JourCivil | null;
  valideLe: JourCivil | null;
  decideeLe: JourCivil | null;
  closeLe: JourCivil | null;
  elements: readonly FaitDate[];
  revues: readonly FaitDate[];
  dites: readonly Fait<typeof INFORMATION_DONNEE>[];
  signalements: readonly SignalementSuivi[];
}>;

export type SignalementSuivi = Readonly<{
  cle: string;
  redigeLe: JourCivil | null;
  signeLe: JourCivil | null;
  envoyeLe: JourCivil | null;
  abandonneLe: JourCivil | null;
  /** Du plus ancien au plus récent. */
  relances: readonly JourCivil[];
  reponduLe: JourCivil | null;
}>;

type Reception = Fait<typeof INFORMATION_RECUE>;
type Siens = <F extends FaitDate & { readonly information?: string | undefined }>(faits: readonly F[]) => readonly F[];

/** Celles que l'enfant a connues, de la plus ancienne à la plus récente. */
export const listInformationsSuivies = derive((dossier: Dossier): readonly InformationSuivie[] => {
  const recues = listFaits(dossier, INFORMATION_RECUE);
  return recues.map((recue, rang) => {
    const siens: Siens = (faits) => faits.filter((fait) => findReception(recues, fait) === recue);
    return buildInformation(dossier, recue, buildCle(recues, recue, rang), siens);
  });
});

function buildCle(recues: readonly Reception[], { information, date }: Reception, rang: number): string {
  const cle = information ?? date;
  return recues.some((autre, place) => place < rang && (autre.information ?? autre.date) === cle)
    ? `${cle}#${rang}`
    : cle;
}

function findReception(
  recues: readonly Reception[],
  { information, date }: FaitDate & { readonly information?: string | undefined },
): Reception | undefined {
  if (information !== undefined) return recues.find((recue) => recue.information === information);
  let trouvee = recues[0];
  for (const recue of recues) if (recue.date <= date) trouvee = recue;
  return trouvee;
}

function buildInformation(dossier: Dossier, recue: Reception, cle: string, siens: Siens): InformationSuivie {
  const qualification = siens(listFaits(dossier, INFORMATION_QUALIFIEE))[0];
  const findJour = (faits: Parameters<Siens>[0]) => siens(faits)[0]?.date ?? null;
  const decideeLe = findJour(listFaits(dossier, DECISION_SUITES));
  const valideLe = findJour(listFaits(dossier, RAPPORT_VALIDE)) ?? decideeLe;
  return {
    cle,
    recueLe: recue.date,
    urgence: recue.urgence ?? 'ordinaire',
    categorie: recue.categorie ?? 'professionnel',
    transmiseLe: recue.transmiseLe ?? recue.date,
    suitesDemandeesLe: recue.suitesDemandeesLe ?? null,
    delaiReduitJours: qualification?.delaiReduitJours ?? findDelaiReduit(dossier, recue),
    qualifieeLe: qualification?.date ?? null,
    attribueeLe: findJour(listFaits(dossier, EVALUATION_ATTRIBUEE)),
    debuteeLe: findJour(listFaits(dossier, EVALUATION_DEBUTEE)),
    remisLe: findJour(listFaits(dossier, RAPPORT_REMIS)) ?? valideLe,
    valideLe,
    decideeLe,
    closeLe: findJour(listFaits(dossier, INFORMATION_CLOSE)),
    elements: siens(listFaits(dossier, NOUVEL_ELEMENT)),
    revues: siens(listFaits(dossier, URGENCE_REVUE)),
    dites: siens(listFaits(dossier, INFORMATION_DONNEE)),
    signalements: listSignalements(dossier, siens),
  };
}

/** IP-011 */
function findDelaiReduit(dossier: Dossier, { date, moinsDeDeuxAns }: Reception): number | null {
  const { dateNaissance } = dossier.enfant;
  const enfant = { dateNaissance, ageEstime: null, aNaitre: false };
  return moinsDeDeuxAns || isDelaiReduitDu([enfant], date)
    ? readParametre(dossier, 'ip.delai-evaluation-reduit-jours')
    : null;
}

type DeSignalement = FaitDate & {
  readonly information?: string | undefined;
  readonly signalement?: string | undefined;
};

/** Sans nom, un fait va au dernier signalement commencé, signé ou envoyé ; un second envoi sans nom est un autre signalement. */
function listSignalements(dossier: Dossier, siens: Siens): readonly SignalementSuivi[] {
  const etapes = [SIGNALEMENT_REDIGE, SIGNALEMENT_SIGNE, SIGNALEMENT_ENVOYE] as const;
  const rangs = ['redigeLe', 'signeLe', 'envoyeLe'] as const;
  const suivis: Modifiable[] = [];
  etapes.forEach((etape, rang) => {
    const champ = rangs[rang] ?? 'envoyeLe';
    for (const fait of siens<DeSignalement>(listFaits(dossier, etape))) {
      const sien = suivis.find(({ nom, [champ]: le }) => le === null && nom === fait.signalement);
      if (sien) sien[champ] = fait.date;
      // Nommé et déjà à cette étape : le même fait, inscrit deux fois.
      else if (fait.signalement === undefined || !suivis.some(({ nom }) => nom === fait.signalement))
        suivis.push({ ...buildSignalement(fait, suivis.length), [champ]: fait.date });
    }
  });
  if (suivis.length === 0) return AUCUN;
  for (const fait of siens<DeSignalement>(listFaits(dossier, SIGNALEMENT_ABANDONNE))) {
    const sien = findSignalement(suivis, fait);
    if (sien) sien.abandonneLe ??= fait.date;
  }
  for (const fait of siens<DeSignalement>(listFaits(dossier, RELANCE_PARQUET)))
    findSignalement(suivis, fait)?.relances.push(fait.date);
  for (const fait of siens<DeSignalement>(listFaits(dossier, REPONSE_PARQUET))) {
    const sien = findSignalement(suivis, fait);
    if (sien) sien.reponduLe ??= fait.date;
  }
  return suivis;
}
const AUCUN: readonly SignalementSuivi[] = [];

type Modifiable = { -readonly [C in keyof SignalementSuivi]: SignalementSuivi[C] } & {
  nom: string | undefined;
  relances: JourCivil[];
};

function buildSignalement({ signalement: nom }: DeSignalement, rang: number): Modifiable {
  const jours = { redigeLe: null, signeLe: null, envoyeLe: null, abandonneLe: null, reponduLe: null };
  return { nom, cle: nom ?? `#${rang + 1}`, relances: [], ...jours };
}

function findSignalement(suivis: Modifiable[], { signalement }: DeSignalement): Modifiable | undefined {
  if (signalement === undefined) return suivis.at(-1);
  return suivis.find(({ nom }) => nom === signalement);
}
