import type { Contexte } from '#database/as-agent.ts';
import { findDepartementOfficiel } from '#modules/organisation/index.server.ts';
import type { Signalement } from '#modules/signalements/index.ts';
import { buildDocument } from '#modules/trames/index.server.ts';
import { type DossierEcrits, findQualite, getEvaluationLue, listEquipe } from '../data/dossier.server.ts';
import type { NatureEcrit } from '../ecrit.ts';
import { ACCUSE_RECEPTION, buildAccuseReception } from '../exports/accuse-reception.ts';
import { buildParentsEvaluation, PARENTS_EVALUATION } from '../exports/parents-evaluation.ts';
import { buildParentsSuites, PARENTS_SUITES } from '../exports/parents-suites.ts';
import { buildRapportEvaluation } from '../exports/rapport-evaluation.ts';
import { RAPPORT_EVALUATION } from '../exports/rapport-trame.ts';
import { buildSaisine } from '../exports/saisine.ts';
import { SAISINE } from '../exports/saisine-trame.ts';
import { buildSourceSuites, SOURCE_SUITES } from '../exports/source-suites.ts';
import { buildTransfert, TRANSFERT } from '../exports/transfert.ts';

type AEcrire = DossierEcrits & { signalement: Signalement | null };
type Build = (contexte: Contexte, dossier: AEcrire, informationId: string) => Promise<Buffer>;

const BUILDS: Record<NatureEcrit, Build> = {
  'accuse-reception': async (contexte, dossier) =>
    buildDocument(contexte, ACCUSE_RECEPTION, buildAccuseReception(dossier)),
  'source-suites': async (contexte, dossier) => buildDocument(contexte, SOURCE_SUITES, buildSourceSuites(dossier)),
  'parents-evaluation': async (contexte, dossier, id) =>
    buildDocument(contexte, PARENTS_EVALUATION, buildParentsEvaluation(dossier, await listEquipe(contexte, id))),
  'parents-suites': async (contexte, dossier, informationId) => {
    const qualite = await findQualite(contexte, { informationId, signalementId: null });
    return buildDocument(contexte, PARENTS_SUITES, buildParentsSuites(dossier, qualite));
  },
  'rapport-evaluation': async (contexte, dossier, id) => {
    const evaluation = await getEvaluationLue(contexte, id);
    const donnees = buildRapportEvaluation(dossier, evaluation, await listEquipe(contexte, id));
    return buildDocument(contexte, RAPPORT_EVALUATION, donnees);
  },
  saisine: async (contexte, { signalement, ...dossier }, informationId) => {
    if (signalement === null) throw new Error('Une saisine suppose un signalement');
    const qualite = await findQualite(contexte, { informationId, signalementId: signalement.id });
    return buildDocument(contexte, SAISINE, buildSaisine(dossier, signalement, qualite));
  },
  transfert: async (contexte, dossier) => {
    const code = dossier.fiche.transfert?.departementCode ?? null;
    const vers = code && (findDepartementOfficiel(code)?.nom ?? code);
    return buildDocument(contexte, TRANSFERT, buildTransfert(dossier, vers));
  },
};

/** Le document Word de cet écrit, dans la trame du département. */
export function buildEcritWord(contexte: Contexte, nature: NatureEcrit, dossier: AEcrire): Promise<Buffer> {
  return BUILDS[nature](contexte, dossier, dossier.fiche.enTete.id);
}
