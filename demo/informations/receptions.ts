import { type Alea, createAlea } from '../alea.ts';
import { addAnnees, type Numero, parseNumero } from '../calendrier.ts';
import type { Socle } from '../departement.ts';
import type { Enfant } from '../enfants/identites.ts';
import { createMonde, type Monde } from '../enfants/monde.ts';
import { JOUR_DEMO } from '../jour.ts';
import { createSignataires, type Signataires } from '../organisation/signataires.ts';
import { PROFILS } from '../parametres/profils.ts';
import { buildChronologie, type Chronologie, computeDeroule, drawReception, type Issue } from './chronologie.ts';
import { drawEquipe } from './evaluation.ts';
import { buildFoyerInconnu, createFoyersConnus, type Foyer } from './foyers.ts';
import { createLignesIp, type LignesIp } from './lignes.ts';
import { createOrigines, type SuiteConnue } from './origines.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const ANNEES = 3;

/** La part des issues [A, Essonne 2018, puis C]. */
const ISSUES: Readonly<Record<Issue, number>> = {
  'hors-ip': 0.36,
  transferee: 0.02,
  classement: 0.32,
  'actions-adaptees': 0.15,
  saisine: 0.15,
};
const DEJA_SUIVIS = 0.2;
const REPETEES = 0.16;

/** Une information reçue : son déroulé, son foyer, son équipe. */
export type Recue = {
  cle: string;
  chronologie: Chronologie;
  issue: Issue;
  foyer: Foyer;
  equipe: readonly string[];
  suivi: boolean;
  alea: Alea;
  /** Ce qu'elle a fait décider, quand on le sait d'avance : elle est à l'origine d'un dossier ouvert depuis. */
  suite?: SuiteConnue;
  /** Le rapport soumis est validé, et attend une décision ; à défaut, le hasard le dit. */
  validee?: boolean;
};
export type Bureau = {
  monde: Monde;
  lignes: LignesIp;
  departement: Socle;
  connus: ReturnType<typeof createFoyersConnus>;
  signataires: Signataires;
};

export function createBureau(departement: Socle): Bureau {
  const { commande, organisation } = departement;
  return {
    monde: createMonde(commande, organisation),
    lignes: createLignesIp(),
    departement,
    connus: createFoyersConnus(departement),
    signataires: createSignataires(organisation),
  };
}

export function listRecues(bureau: Bureau): Recue[] {
  const { commande } = bureau.departement;
  const racine = createAlea(commande.graine, commande.profil, 'informations');
  return [
    ...listEnCours(bureau, racine.flux('en-cours')),
    ...listATrier(bureau, racine.flux('a-trier')),
    ...listMontrees(bureau, racine.flux('montrees')),
    ...listADecider(bureau, racine.flux('a-decider')),
    ...listHistoriques(bureau, racine.flux('historique')),
  ];
}

/** Les fratries « en évaluation » du stock : leur équipe est celle que disent déjà leurs missions. */
function listEnCours({ departement, connus }: Bureau, racine: Alea): Recue[] {
  const equipes = new Map<string, string[]>();
  for (const m of departement.enfants.lignes.missions)
    if (m.nature === 'evaluation' && m.agentId)
      equipes.set(m.enfantId, [...(equipes.get(m.enfantId) ?? []), m.agentId]);
  let rang = 0;
  return [...connus.fratries].flatMap(([cle, fratrie]): Recue[] => {
    const premier = fratrie[0];
    if (premier?.situation !== 'evaluation' || premier.clos !== null) return [];
    const alea = racine.flux(cle);
    const ouvert = Math.min(...fratrie.map((e) => e.ouvert));
    const recue = ouvert - alea.entier(0, 3);
    const foyer = connus.build(fratrie, recue);
    if (foyer.mineurs.length === 0 || foyer.uniteId === '') return [];
    const equipe = [...new Set(fratrie.flatMap((e: Enfant) => equipes.get(e.id) ?? []))];
    if (equipe.length > 0) rang += 1;
    const chronologie = tirerEnCours(alea, recue, ouvert, equipe.length > 0 ? rang : 0);
    const issue = alea.pondere<Issue>({ classement: 0.45, 'actions-adaptees': 0.3, saisine: 0.25 } as Record<
      Issue,
      number
    >);
    return [{ cle, foyer, equipe, suivi: false, alea, issue, chronologie }];
  });
}

/**
 * Une évaluation qui dure : selon son âge, elle commence, s'écrit, se valide ou attend une décision. Les premières du stock
 * passent par chaque étape, pour qu'un petit jeu les montre toutes. `rang` nul : pas encore d'équipe.
 */
function tirerEnCours(alea: Alea, recue: Numero, qualifiee: Numero, rang: number): Chronologie {
  const age = AUJOURDHUI - qualifiee;
  const montree = { 2: 0.2, 4: 0.1, 6: 0.02 }[rang];
  const avance = montree !== undefined && age > 16 ? montree : age > 35 ? alea.reel() : 1;
  const attribuee = rang === 0 ? null : Math.min(AUJOURDHUI, qualifiee + alea.entier(1, 12));
  const remise = avance < 0.24 && attribuee !== null ? Math.max(attribuee + 3, AUJOURDHUI - alea.entier(1, 12)) : null;
  const debutee =
    attribuee === null ? null : Math.min(attribuee + alea.entier(3, 14), remise ?? Number.POSITIVE_INFINITY);
  const validation = avance < 0.16 && remise !== null ? Math.min(AUJOURDHUI, remise + 1) : null;
  const decidee = avance < 0.05 && validation !== null ? AUJOURDHUI : null;
  return computeDeroule(
    { recue, analysee: recue, qualifiee, attribuee, debutee, remise, validation, decidee, close: null },
    'close-classement',
  );
}

/** Jours avant aujourd'hui de chaque étape : attribuée, commencée, remise, soumise, décidée. */
const ETAPES: readonly { issue: Issue; jours: readonly (number | null)[] }[] = [
  { issue: 'classement', jours: [3, null, null, null, null] },
  { issue: 'actions-adaptees', jours: [24, 20, null, null, null] },
  { issue: 'saisine', jours: [40, 33, 1, null, null] },
  { issue: 'classement', jours: [41, 36, 5, 3, null] },
  { issue: 'classement', jours: [60, 52, 12, 9, 2] },
  { issue: 'actions-adaptees', jours: [62, 51, 11, 9, 1] },
  { issue: 'saisine', jours: [58, 50, 10, 8, 0] },
];

/** Un foyer d'une de ces unités, tiré jusqu'à en trouver un. */
function findFoyer(monde: Monde, alea: Alea, recue: Numero, unites: ReadonlySet<string>): Foyer | undefined {
  for (let essai = 0; essai < 1000; essai += 1) {
    const foyer = buildFoyerInconnu(monde, alea.flux(essai), recue);
    if (unites.has(foyer.uniteId)) return foyer;
  }
  return undefined;
}

/** Ce que propose l'équipe dans chacun des rapports validés qui attendent, sur le territoire du cadre des cartes, un délégataire. */
const A_DECIDER: readonly Issue[] = [
  'actions-adaptees',
  'actions-adaptees',
  'saisine',
  'saisine',
  'classement',
  'classement',
  'classement',
];

/** Les rapports validés du territoire du cadre des cartes : il les voit, et ne peut pas en décider. */
function listADecider(bureau: Bureau, racine: Alea): Recue[] {
  const { monde, departement } = bureau;
  const { occupations, bassins } = departement.organisation;
  const cadre = occupations.find(({ decrit, au }) => decrit.carte === 'cadre-territorial' && au === null);
  const siens = new Set(bassins.filter((b) => b.territoireCode === cadre?.decrit.territoireCode).map((b) => b.siteId));
  const [modele] = listMontrees(bureau, racine.flux('equipe'));
  return A_DECIDER.map((issue, i): Recue => {
    const alea = racine.flux(i);
    const recue = AUJOURDHUI - 47;
    const foyer = findFoyer(monde, alea.flux('foyer'), recue, siens);
    if (!foyer || !modele) throw new Error('Aucun foyer du territoire du cadre des cartes');
    const jours = { attribuee: recue + 6, debutee: recue + 11, remise: AUJOURDHUI - 5, validation: AUJOURDHUI - 3 };
    return {
      cle: `d${i}`,
      alea,
      issue,
      foyer,
      equipe: modele.equipe,
      suivi: false,
      validee: true,
      chronologie: computeDeroule(
        { recue, analysee: recue + 1, qualifiee: recue + 3, ...jours, decidee: null, close: null },
        'close-classement',
      ),
    };
  });
}

/** Une information à chaque étape de l'évaluation, confiée à l'évaluateur des cartes : le plus petit jeu les montre toutes. */
function listMontrees({ monde, departement }: Bureau, racine: Alea): Recue[] {
  const actuels = departement.organisation.occupations.filter(
    ({ decrit, au }) => decrit.profil === 'evaluateur' && au === null,
  );
  const premier = actuels.find(({ decrit }) => decrit.carte === 'evaluateur');
  const second = actuels.find((o) => o !== premier && o.decrit.metier !== premier?.decrit.metier);
  const equipe = [premier, second].flatMap((o) => (o ? [o.agentId] : []));
  return ETAPES.map(({ issue, jours }, i): Recue => {
    const alea = racine.flux(i);
    const le = (jour: number | null | undefined) => (jour === null || jour === undefined ? null : AUJOURDHUI - jour);
    const [attribuee, debutee, remise, validation, decidee] = jours;
    const recue = AUJOURDHUI - (attribuee ?? 0) - 6;
    const avant = { recue, analysee: recue + 1, qualifiee: recue + 3, attribuee: le(attribuee), debutee: le(debutee) };
    const apres = { remise: le(remise), validation: le(validation), decidee: le(decidee), close: null };
    return {
      cle: `m${i}`,
      alea,
      issue,
      equipe,
      suivi: false,
      foyer: buildFoyerInconnu(monde, alea.flux('foyer'), recue),
      chronologie: computeDeroule({ ...avant, ...apres }, 'close-classement'),
    };
  });
}

/** Ce que la cellule n'a pas encore trié ce matin, et la file de ce qui attend une équipe. */
function listATrier({ monde, departement }: Bureau, racine: Alea): Recue[] {
  const { commande } = departement;
  const profil = PROFILS[commande.profil];
  const parJour = profil.informationsPreoccupantesParAn.valeur / 365;
  const aTrier = Math.max(6, Math.round(parJour * 2.5 * commande.echelle));
  const enFile = Math.max(2, Math.round(profil.evaluationsEnAttente.valeur * commande.echelle));
  return Array.from({ length: aTrier + enFile }, (_, i): Recue => {
    const alea = racine.flux(i);
    const file = i >= aTrier;
    const recue = AUJOURDHUI - (file ? alea.entier(6, 170) : alea.entier(0, 4));
    const qualifiee = file ? recue + alea.entier(0, 5) : null;
    const analysee = !file && i % 2 === 0 ? AUJOURDHUI + 1 : Math.min(AUJOURDHUI, recue + 1);
    const jours = { recue, analysee, qualifiee, attribuee: null, debutee: null, remise: null, validation: null };
    return {
      cle: `t${i}`,
      alea,
      issue: 'classement',
      equipe: [],
      suivi: false,
      foyer: buildFoyerInconnu(monde, alea.flux('foyer'), recue),
      chronologie: computeDeroule({ ...jours, decidee: null, close: null }, 'close-classement'),
    };
  });
}

/** Le même foyer à une autre date : ses enfants étaient nés, et le sont encore comme mineurs. */
function isEncoreMineur({ mineurs }: Foyer, le: Numero): boolean {
  return mineurs.every(({ naissance, termePrevu }) =>
    naissance === null ? termePrevu === null : naissance <= le && addAnnees(naissance, 18) > le,
  );
}

/** Un enfant au moins y est encore suivi deux mois plus tard : l'aide décidée a quelqu'un à aider. */
function isSuivieApres(fratrie: readonly Enfant[], le: Numero): boolean {
  return fratrie.some(({ ouvert, clos }) => ouvert <= le && (clos === null || clos > le + 60));
}

function listHistoriques({ monde, departement, connus }: Bureau, racine: Alea): Recue[] {
  const { commande, organisation } = departement;
  const suivis = [...connus.fratries.values()].filter((f) => f[0] && !f[0].mna && f[0].situation !== 'evaluation');
  const evaluateurs = organisation.occupations.filter((o) => o.decrit.profil === 'evaluateur');
  const territoires = new Map(organisation.bassins.map((b) => [b.siteId, b.territoireCode]));
  const nombre = Math.round(PROFILS[commande.profil].informationsPreoccupantesParAn.valeur * commande.echelle * ANNEES);
  const inconnus: Foyer[] = [];
  const origines = createOrigines(connus);
  const createRecue = (
    cle: string,
    alea: Alea,
    issue: Issue,
    recue: Pick<Recue, 'chronologie' | 'foyer' | 'suivi' | 'suite'>,
  ): Recue => {
    const { chronologie, foyer } = recue;
    const le = chronologie.attribuee ?? chronologie.recue;
    const equipe = drawEquipe(alea, evaluateurs, territoires.get(foyer.uniteId) ?? '', le);
    return { cle, alea, issue, equipe, ...recue };
  };
  return Array.from({ length: nombre }, (_, i) => i).flatMap((i): Recue[] => {
    const alea = racine.flux(i);
    const recue = drawReception(alea, AUJOURDHUI - ANNEES * 365, AUJOURDHUI - 5);
    const issue = alea.pondere(ISSUES);
    const chronologie = buildChronologie(alea.flux('jours'), recue, issue);
    // Les évaluations en cours sont celles du stock : ici, ce qui est clos.
    if (chronologie.close === null) return [];
    const fratrie = suivis.length > 0 && alea.chance(DEJA_SUIVIS) ? alea.choix(suivis) : [];
    const premier = fratrie[0];
    const decisive = issue === 'actions-adaptees' || issue === 'saisine';
    const present = premier && premier.ouvert <= recue && (!decisive || isSuivieApres(fratrie, chronologie.close));
    const connu = present ? connus.build(fratrie, recue) : null;
    const suivi = connu !== null && connu.mineurs.length > 0 && connu.uniteId !== '';
    const origine = suivi ? null : origines.next(alea.flux('origine'), issue, chronologie);
    if (origine) return [createRecue(`h${i}`, alea, issue, origine)];
    const ancien = inconnus.length > 20 && alea.chance(REPETEES) ? alea.choix(inconnus) : null;
    const repetee = ancien && isEncoreMineur(ancien, recue) ? ancien : null;
    const foyer = suivi ? connu : (repetee ?? buildFoyerInconnu(monde, alea.flux('foyer'), recue));
    if (!suivi && repetee === null) inconnus.push(foyer);
    return [createRecue(`h${i}`, alea, issue, { chronologie, foyer, suivi })];
  });
}
