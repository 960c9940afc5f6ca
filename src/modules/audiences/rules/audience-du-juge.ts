/**
 * Avant l'audience du juge des enfants : la convocation (AUD-001), le dossier au greffe (AUD-002), l'avocat d'office (AUD-004), celui que
 * le département peut demander pour l'enfant (AUD-006) ; au pénal, les délais entre convocation, culpabilité et sanction (AUD-012).
 *
 * Ce que dit le texte : parents, tuteur, gardien et mineur sont convoqués huit jours au moins avant l'audience (CPC 1188) ; le dossier se
 * consulte au greffe jusqu'à la veille (1187) ; l'avocat demandé est désigné sous huit jours (1186) ; le président du conseil départemental peut demander
 * au juge un avocat pour l'enfant capable de discernement, un administrateur ad hoc pour celui qui ne l'est pas (C. civ. 375-1). Le mineur poursuivi est jugé sur
 * sa culpabilité de dix jours à trois mois après sa convocation (CJPM L423-8), sur la sanction de six à neuf mois après (L521-9).
 * Comment il est lu ici : ce qui se compte à rebours de l'audience n'est pas reporté ; passé l'audience, il n'a plus d'objet. Les
 * délais de l'avocat et du pénal se comptent comme tout délai de procédure (CPC 641, 642). Demander un avocat est une faculté, sans délai
 * dans le texte : elle se rappelle jusqu'à la veille, et un avocat déjà demandé ou désigné avant l'audience y suffit.
 * Non traité : le minimum de dix jours et celui de six mois, qui n'obligent pas le département ; l'accompagnement du mineur au greffe
 * (AUD-003) et l'entretien individuel (AUD-005), sans délai ni fait qui les inscrive ; l'avis écrit du parquet (AUD-010), dû quinze jours
 * après une fin d'instruction qu'aucun fait ne dit ; les décisions modifiables à tout moment (AUD-011), qui ne font rien devoir ; le
 * discernement de l'enfant et la demande d'un administrateur ad hoc, qu'aucun fait ne dit.
 */
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTermeJudiciaire, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { AVOCAT_DESIGNE, CONVOCATION, DEMANDE_AVOCAT } from '../faits.ts';
import { type AudienceSuivie, listAudiences } from './audience-suivie.ts';
import { TOUJOURS } from './periode.ts';
import { CIV_375_1, CJPM_L423_8, CJPM_L521_9, CPC_1186, CPC_1187, CPC_1188 } from './textes.ts';

function listAvant(
  dossier: Dossier,
  jours: number,
  findFaite: (audience: AudienceSuivie) => JourCivil | null,
): readonly Obligation[] {
  return listAudiences(dossier)
    .filter(({ nature }) => nature === 'juge')
    .map((audience) => {
      const { cle, fait, closeLe, convoqueeLe } = audience;
      const pour = addJours(fait.date, -jours);
      return {
        cle,
        mesure: fait.mesure,
        depuis: convoqueeLe !== null && convoqueeLe < pour ? convoqueeLe : pour,
        pour,
        faiteLe: findFaite(audience),
        eteinteLe: closeLe,
        etapes: () => [
          `Audience le ${formatJour(fait.date, 'long')}.`,
          `${jours === 1 ? 'La veille' : `${jours} jours avant`} : ${formatJour(pour, 'long')}.`,
        ],
      };
    });
}

/** Un avocat demandé, ou désigné, avant l'audience : le premier jour où il l'a été. */
function listDemandesPourLEnfant(dossier: Dossier): readonly Obligation[] {
  const jours = [...listFaits(dossier, DEMANDE_AVOCAT), ...listFaits(dossier, AVOCAT_DESIGNE)];
  return listAvant(dossier, 1, ({ fait }) => {
    const siens = jours.filter(({ date, mesure }) => date < fait.date && isMeme(mesure, fait.mesure));
    return siens.map(({ date }) => date).sort()[0] ?? null;
  });
}

/** Sans mesure nommée d'un côté ou de l'autre, un fait vaut pour toutes. */
function isMeme(une: string | null | undefined, autre: string | null | undefined): boolean {
  return !une || !autre || une === autre;
}

function listAvocats(dossier: Dossier): readonly Obligation[] {
  const designes = listFaits(dossier, AVOCAT_DESIGNE);
  return listFaits(dossier, DEMANDE_AVOCAT).map(({ date, mesure }, rang) => ({
    cle: `${date}:${rang}`,
    mesure,
    depuis: date,
    ...computeTermeJudiciaire(date, { valeur: 8, unite: 'jour' }, dossier.zone, 'Demande d’un avocat'),
    faiteLe: designes.find((designe) => designe.date >= date)?.date ?? null,
  }));
}

function listPenales(dossier: Dossier): readonly Obligation[] {
  const penales = listAudiences(dossier).filter(({ nature, fait }) => nature === 'penal' && fait.tenue !== false);
  const convocations = listFaits(dossier, CONVOCATION).filter(({ nature }) => nature === 'penal');
  const findApres = (jour: JourCivil, objet: string) =>
    penales.find(({ fait }) => fait.date >= jour && (fait.objet ?? 'culpabilite') === objet)?.fait.date ?? null;
  const culpabilites = convocations.map(({ date, mesure }, rang) => ({
    cle: `${date}:${rang}:culpabilite`,
    mesure,
    depuis: date,
    ...computeTermeJudiciaire(date, { valeur: 3, unite: 'mois' }, dossier.zone, 'Convocation'),
    faiteLe: findApres(date, 'culpabilite'),
    textes: [CJPM_L423_8],
  }));
  const sanctions = penales
    .filter(({ fait }) => fait.objet === 'culpabilite' && fait.date <= dossier.aujourdhui)
    .map(({ cle, fait: { date, mesure } }) => ({
      cle: `${cle}:sanction`,
      mesure,
      depuis: date,
      ...computeTermeJudiciaire(date, { valeur: 9, unite: 'mois' }, dossier.zone, 'Audience de culpabilité'),
      faiteLe: findApres(date, 'sanction'),
      libelle: 'Juger la sanction',
      textes: [CJPM_L521_9],
    }));
  return [...culpabilites, ...sanctions];
}

const COMMUN = {
  gravite: 'information',
  vigueur: TOUJOURS,
  arretee: 'L’audience est passée ou renvoyée.',
} as const;

export const REGLES_AVANT_AUDIENCE: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'AUD-001',
    libelle: 'Convoquer à l’audience',
    acteur: 'juge',
    textes: [CPC_1188],
    satisfaite: 'La convocation est reçue.',
    list: (dossier) => listAvant(dossier, 8, ({ convoqueeLe }) => convoqueeLe),
  },
  {
    ...COMMUN,
    id: 'AUD-002',
    libelle: 'Consulter le dossier au greffe, jusqu’à la veille de l’audience',
    acteur: 'referent',
    textes: [CPC_1187],
    satisfaite: 'Rien à inscrire : c’est un droit.',
    list: (dossier) => listAvant(dossier, 1, () => null),
  },
  {
    ...COMMUN,
    id: 'AUD-004',
    libelle: 'Désigner l’avocat demandé',
    acteur: 'juge',
    textes: [CPC_1186],
    satisfaite: 'L’avocat est désigné.',
    arretee: 'Rien : elle reste due.',
    list: listAvocats,
  },
  {
    ...COMMUN,
    id: 'AUD-006',
    libelle: 'Demander au juge un avocat pour l’enfant, ou un administrateur ad hoc',
    acteur: 'cadre',
    textes: [CIV_375_1],
    satisfaite: 'Un avocat est demandé, ou désigné. C’est une faculté : elle ne s’impose pas.',
    list: listDemandesPourLEnfant,
  },
  {
    ...COMMUN,
    id: 'AUD-012',
    libelle: 'Juger la culpabilité',
    acteur: 'tribunal',
    textes: [CJPM_L423_8, CJPM_L521_9],
    satisfaite: 'L’audience s’est tenue.',
    arretee: 'Rien : elle reste due.',
    list: listPenales,
  },
];
