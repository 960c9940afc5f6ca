import type { Alea } from '../alea.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import type { Enfant } from '../enfants/identites.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Chronologie, Issue } from './chronologie.ts';
import type { createFoyersConnus, Foyer } from './foyers.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const ANNEES = 3;

/** Ce que l'information a fait décider : l'aide acceptée à la clôture, ou le juge saisi un certain jour. */
export type SuiteConnue = { nature: 'aed' | 'accueil-provisoire' } | { saisieLe: Numero };
type Origine = { chronologie: Chronologie; foyer: Foyer; suivi: false; suite: SuiteConnue };

/** Les trois quarts des informations suivies d'effet sont à l'origine d'un dossier ouvert depuis, qu'elles précèdent de peu. */
export function createOrigines({ fratries, build }: ReturnType<typeof createFoyersConnus>) {
  const recentes = [...fratries.values()].filter(isRecente);
  const files: Partial<Record<Issue, Enfant[][]>> = {
    'actions-adaptees': recentes.filter(([e]) => !e?.judiciaire),
    saisine: recentes.filter(([e]) => e?.judiciaire),
  };
  const next = (alea: Alea, issue: Issue, chronologie: Chronologie): Origine | null => {
    const fratrie = alea.chance(0.75) ? files[issue]?.pop() : undefined;
    const premier = fratrie && findPremier(fratrie);
    if (!fratrie || !premier || chronologie.decidee === null || chronologie.close === null) return null;
    const judiciaire = issue === 'saisine';
    const avant = judiciaire ? alea.entier(25, 90) : alea.entier(0, 9);
    const decalee = shift(chronologie, premier.ouvert - avant - (judiciaire ? chronologie.decidee : chronologie.close));
    const foyer = build(fratrie, decalee.recue);
    const close = decalee.close ?? AUJOURDHUI + 1;
    if (foyer.mineurs.length === 0 || foyer.uniteId === '' || close > AUJOURDHUI) return null;
    const nature = premier.situation === 'aed' ? 'aed' : 'accueil-provisoire';
    return { chronologie: decalee, foyer, suivi: false, suite: judiciaire ? { saisieLe: premier.ouvert } : { nature } };
  };
  return { next };
}

function isRecente(fratrie: readonly Enfant[]): boolean {
  const premier = findPremier(fratrie);
  if (!premier || premier.mna || premier.situation === 'evaluation') return false;
  return premier.ouvert > AUJOURDHUI - ANNEES * 365 + 300 && premier.ouvert < AUJOURDHUI - 30;
}

const findPremier = (fratrie: readonly Enfant[]): Enfant | undefined =>
  fratrie.reduce<Enfant | undefined>((premier, e) => (premier && premier.ouvert <= e.ouvert ? premier : e), undefined);

/** Le même déroulé, un nombre entier de semaines plus tôt ou plus tard : les jours ouvrés le restent. */
function shift(c: Chronologie, jours: number): Chronologie {
  const decalage = Math.floor(jours / 7) * 7;
  const deplace = (jour: Numero | null) => (jour === null ? null : jour + decalage);
  return {
    etat: c.etat,
    recue: c.recue + decalage,
    analysee: c.analysee + decalage,
    qualifiee: deplace(c.qualifiee),
    attribuee: deplace(c.attribuee),
    debutee: deplace(c.debutee),
    remise: deplace(c.remise),
    validation: deplace(c.validation),
    decidee: deplace(c.decidee),
    close: deplace(c.close),
  };
}
