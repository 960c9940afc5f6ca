/**
 * La mesure convient-elle au statut de l'enfant, le jour où on la décide ?
 *
 * Ce que dit le texte : l'assistance éducative vise le mineur non émancipé (C. civ. 375) ; à dix-huit ans on est majeur (388) ; un
 * pupille est admis selon l'article L224-4 du CASF ; la tutelle déférée au département est levée dès l'admission comme pupille
 * (C. civ. 411) ; l'accueil durable et bénévole se fait hors assistance éducative (CASF L221-2-1).
 * Comment il est lu ici : un majeur n'a plus que l'accompagnement des jeunes majeurs et les aides qui vont jusqu'à vingt et un ans ;
 * la prise en charge d'un pupille suppose ce statut, provisoire ou définitif ; une délégation de l'autorité parentale sur un pupille
 * avertit, le tuteur l'exerçant déjà. Un statut à déterminer n'oppose rien.
 * Non traité : l'autorité parentale d'un seul parent.
 */
import { LIBELLE_STATUT, type StatutCode } from '#modules/enfants/index.ts';
import { overlaps, type Periode } from '#shared/periode.ts';
import { accepte, avertit, computeVerdict, oppose, type Verdict } from '#shared/verdict.ts';
import type { MesureDefinie } from '../mesure.ts';
import type { CodeMesure } from '../nomenclature.ts';
import { buildCiv, C_CIV_375, C_CIV_388, CASF_L221_2_1, CASF_L224_4 } from '../texte-legal.ts';

const PUPILLES: ReadonlySet<StatutCode> = new Set(['pupille-provisoire', 'pupille-definitif']);
/** Les placements et milieux ouverts du juge des enfants. */
const ASSISTANCE_EDUCATIVE = new Set<CodeMesure>([
  'MJIE',
  'AEMO',
  'AEMO_RENFORCEE',
  'AEMO_HEBERGEMENT',
  'OBLIGATION_PART',
  'PLACEMENT_AUTRE_PARENT',
  'PLACEMENT_TDC',
  'PLACEMENT_ASE',
  'PLACEMENT_DIRECT',
  'PLACEMENT_SANTE_EDUC',
  'PLACEMENT_PSY',
  'OPP_JUGE',
  'OPP_PARQUET',
]);

/** Une mesure d'assistance éducative (C. civ. 375 à 375-9). */
export function isAssistanceEducative(code: CodeMesure): boolean {
  return ASSISTANCE_EDUCATIVE.has(code);
}

/** La mesure qu'on décide, pour cette période, chez un enfant de ce statut et qui a déjà ces mesures. */
export function evaluateCompatibilite(
  { code, du, au }: Periode & Readonly<{ code: CodeMesure }>,
  definie: MesureDefinie,
  faits: Readonly<{ statut: StatutCode | null; autres: readonly (Periode & Readonly<{ code: CodeMesure }>)[] }>,
): Verdict {
  const { statut, autres } = faits;
  const educative = autres.some((autre) => isAssistanceEducative(autre.code) && overlaps(autre, { du, au }));
  return computeVerdict([
    code === 'TDB' && educative
      ? oppose('L’enfant relève de l’assistance éducative : l’accueil durable et bénévole ne s’y ajoute pas.', [
          CASF_L221_2_1,
        ])
      : accepte(),
    statut === null ? accepte() : verifyStatut(code, definie, statut),
  ]);
}

function verifyStatut(code: CodeMesure, { agesDeFin }: MesureDefinie, statut: StatutCode): Verdict {
  const dit = `L’enfant est ${LIBELLE_STATUT[statut]}`;
  if (statut === 'majeur' && agesDeFin.at(-1) === 18)
    return oppose(`${dit} : cette mesure est celle d’un mineur.`, [C_CIV_388]);
  if (statut === 'emancipe' && isAssistanceEducative(code))
    return oppose(`${dit} : l’assistance éducative ne le vise pas.`, [C_CIV_375]);
  if (code === 'PUPILLE' && !PUPILLES.has(statut) && statut !== 'a-determiner')
    return oppose(`${dit} : il n’est pas pupille de l’État.`, [CASF_L224_4]);
  if (!PUPILLES.has(statut)) return accepte();
  if (code === 'TUTELLE_DEP') return oppose(`${dit} : la tutelle du département est levée.`, [buildCiv('411')]);
  return code === 'DAP_VOLONTAIRE' || code === 'DAP_FORCEE'
    ? avertit(`${dit} : son tuteur exerce déjà l’autorité parentale.`, [buildCiv('377')])
    : accepte();
}
