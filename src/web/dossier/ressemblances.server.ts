/** Créer quelqu'un après avoir regardé s'il est déjà connu : la même marche pour tout formulaire qui fait naître une fiche. */
import { data, redirect } from 'react-router';
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import {
  listRessemblances,
  type PersonneRessemblante,
  recordDistinction,
} from '#modules/rapprochement/index.server.ts';
import { isCherchable, readIdentite } from '#modules/rapprochement/index.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { agentContexte } from '#server/request-context.ts';
import { actSurPlace, buildFait, readFormulaire, type SaisieRendue } from '#web/page.server.ts';
import { computeRetenue, readRessemblancesSaisies } from './ressemblances-view.ts';

/** Ce que reçoit la page quand rien n'est encore enregistré. */
export type SaisieVerifiee = SaisieRendue & { ressemblances?: PersonneRessemblante[] };

type PageArgs = Parameters<typeof actSurPlace>[0];

type CreerOptions<S extends z.ZodType, Resultat> = {
  command: Command<S, undefined, Resultat>;
  getId: (resultat: Resultat) => string;
  vers: (resultat: Resultat) => string;
  fait: string;
};

/**
 * « Vérifier » rend les ressemblances sans rien écrire. Enregistrer s'arrête une fois si une personne trop ressemblante n'a pas
 * été tranchée ; ce que l'on en dit est gardé avec la nouvelle fiche.
 */
export async function actApresVerification<S extends z.ZodType, Resultat>(
  args: PageArgs,
  { command, getId, vers, fait }: CreerOptions<S, Resultat>,
) {
  const valeurs = readFormulaire(await args.request.clone().formData());
  const contexte: Contexte = args.context.get(agentContexte);
  const identite = readIdentite(valeurs);
  const ressemblances = isCherchable(identite) ? await listRessemblances(contexte, identite) : [];
  if (valeurs.intention === 'verifier') return data<SaisieVerifiee>({ erreurs: {}, valeurs, ressemblances });
  const saisies = readRessemblancesSaisies(valeurs);
  const retenue = computeRetenue(ressemblances, saisies);
  if (retenue) return data<SaisieVerifiee>({ erreurs: retenue, valeurs, ressemblances }, { status: 422 });
  const issue = await actSurPlace(args, { command, valeurs });
  if (!('resultat' in issue)) return data<SaisieVerifiee>({ ...issue.data, ressemblances }, issue.init ?? undefined);
  const personneId = getId(issue.resultat);
  const connues = new Set(ressemblances.map(({ id }) => id));
  for (const autreId of saisies.distinctes.filter((id) => connues.has(id)))
    await executeCommand(contexte, recordDistinction, { personneId, autreId, motif: saisies.motif });
  return redirect(vers(issue.resultat), { status: 303, headers: { 'Set-Cookie': buildFait(fait) } });
}
