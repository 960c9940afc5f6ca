import { data, redirect } from 'react-router';
import type { Contexte } from '#database/as-agent.ts';
import { type FichierRecu, findRefusDesFichiers } from '#modules/informations-preoccupantes/index.server.ts';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { SaisieInvalide } from '#server/errors.ts';
import { actSurPlace, buildFait } from '#web/page.server.ts';
import {
  closePieceGardee,
  listPiecesGardees,
  type PieceGardee,
  recordPiecesGardees,
} from '../data/brouillon-pieces.server.ts';
import { recordBrouillon } from '../data/brouillons.server.ts';
import { createInformation } from '../data/reception-commands.server.ts';
import {
  buildSaisie,
  findApresGeste,
  parseGesteDeLien,
  parseGesteDePiece,
  updateReconnu,
  type Valeurs,
} from './blocs.ts';
import { readSaisieInformation } from './saisie.server.ts';
import { buildVerification, findReconnu, type Verification } from './verification.server.ts';

/** La page rendue sans que l'information soit enregistrée : rien de ce qui est tapé ni joint n'est perdu. */
export type Rendue = {
  erreurs: Record<string, string>;
  valeurs: Valeurs;
  pieces: readonly PieceGardee[];
  textes?: string[];
  verification?: Verification;
};

type Args = Parameters<typeof actSurPlace>[0];

/** Ce que fait chaque bouton de la page de réception ; sans geste, enregistrer. */
export async function actReception(args: Args, contexte: Contexte) {
  const { valeurs, geste, fichiers } = await readSaisieInformation(args.request);
  try {
    const tape = await recordDocuments(contexte, valeurs, fichiers);
    const refus = findRefusDesFichiers(fichiers);
    if (refus && geste === '')
      return await renderReception(contexte, { erreurs: { pieces: refus }, valeurs: tape }, 400);
    return geste === '' ? await createReception(args, contexte, tape) : await applyGeste(contexte, tape, geste);
  } catch (erreur) {
    if (!(erreur instanceof SaisieInvalide)) throw erreur;
    return renderReception(contexte, { erreurs: erreur.erreurs, valeurs }, 400);
  }
}

/** Les documents arrivés se gardent avec le brouillon, quoi qu'il advienne de la saisie : on ne les choisit qu'une fois. */
async function recordDocuments(
  contexte: Contexte,
  valeurs: Valeurs,
  fichiers: readonly FichierRecu[],
): Promise<Valeurs> {
  const admis = fichiers.filter((fichier) => findRefusDesFichiers([fichier]) === undefined);
  if (admis.length === 0) return valeurs;
  const brouillonId = await recordBrouillon(contexte, valeurs, String(valeurs.brouillonId ?? ''));
  await recordPiecesGardees(contexte, brouillonId, admis);
  return { ...valeurs, brouillonId };
}

async function createReception(args: Args, contexte: Contexte, tape: Valeurs) {
  const { valeurs, mineurs, adultes } = buildSaisie(tape);
  const issue = await actSurPlace(args, { command: createInformation, valeurs, avec: { mineurs, adultes } });
  if (!('resultat' in issue)) return renderReception(contexte, issue.data, issue.init?.status);
  const { id, numero } = issue.resultat;
  return redirect(formatAdresseInformation(id), {
    status: 303,
    headers: { 'Set-Cookie': buildFait(`L’information ${numero} est reçue.`) },
  });
}

async function applyGeste(contexte: Contexte, tape: Valeurs, geste: string) {
  if (geste === 'garder') {
    await recordBrouillon(contexte, tape, String(tape.brouillonId ?? ''));
    return redirect('/informations/brouillons', {
      status: 303,
      headers: { 'Set-Cookie': buildFait('Le brouillon est gardé.') },
    });
  }
  const apres = findApresGeste(tape, geste);
  if (apres) return renderReception(contexte, { erreurs: {}, valeurs: apres });
  const piece = parseGesteDePiece(geste);
  if (piece) {
    await closePieceGardee(contexte, piece);
    return renderReception(contexte, { erreurs: {}, valeurs: tape });
  }
  const lien = parseGesteDeLien(geste);
  const valeurs = lien ? await buildRelies(contexte, tape, lien) : tape;
  const verification = await buildVerification(contexte, valeurs);
  return renderReception(contexte, { erreurs: {}, valeurs, verification });
}

/** Relie un bloc à la personne choisie, ou l'en détache. */
async function buildRelies(
  contexte: Contexte,
  tape: Valeurs,
  { groupe, rang, personneId }: NonNullable<ReturnType<typeof parseGesteDeLien>>,
): Promise<Valeurs> {
  const connu = personneId === null ? null : await findReconnu(contexte, tape, { groupe, rang, personneId });
  return updateReconnu(tape, { groupe, rang }, connu ?? null);
}

async function renderReception(contexte: Contexte, rendue: Omit<Rendue, 'pieces'>, status = 200) {
  const pieces = await listPiecesGardees(contexte, String(rendue.valeurs.brouillonId ?? ''));
  return data<Rendue>({ ...rendue, pieces }, { status });
}
