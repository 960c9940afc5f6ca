import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { executeApresActe } from './apres-acte.ts';
import { type Contraintes, type ErreursDeSaisie, formatErreurDeBase, Introuvable, SaisieInvalide } from './errors.ts';
import { recordTrace, type Trace } from './journal.ts';

/**
 * Un acte : ce qu'on peut saisir, qui le peut, ce qu'il fait. `load` rend la cible sur laquelle porte le droit
 * (Introuvable si la base ne la montre pas) ; `run` écrit et rend le résultat et ce que le journal en garde.
 */
export type Command<S extends z.ZodType, Cible, Resultat> = {
  name: string;
  titre: string;
  saisie: S;
  load?: (contexte: Contexte, saisie: z.output<S>) => Promise<Cible>;
  can: (agent: AgentEnSession, cible: Cible) => boolean;
  run: (
    contexte: Contexte,
    saisie: z.output<S>,
    cible: Cible,
  ) => Promise<{ resultat: Resultat; trace: Omit<Trace, 'acte'> }>;
  contraintes?: Contraintes;
};

export function defineCommand<S extends z.ZodType, Cible = undefined, Resultat = void>(
  command: Command<S, Cible, Resultat>,
): Command<S, Cible, Resultat> {
  return command;
}

/**
 * Lit, charge, vérifie le droit, fait, inscrit au journal, refait ce qui est dû : dans la transaction du contexte.
 * Lance SaisieInvalide (400), Introuvable (404, aussi quand le droit manque), Refus (422), Conflit (409).
 */
export async function executeCommand<S extends z.ZodType, Cible, Resultat>(
  contexte: Contexte,
  command: Command<S, Cible, Resultat>,
  brut: unknown,
): Promise<Resultat> {
  const lu = command.saisie.safeParse(brut);
  if (!lu.success) throw new SaisieInvalide(formatErreurs(lu.error));
  try {
    const cible = command.load ? await command.load(contexte, lu.data) : (undefined as Cible);
    if (!command.can(contexte.agent, cible)) throw new Introuvable('Absent, ou hors de vos missions.');
    const { resultat, trace } = await command.run(contexte, lu.data, cible);
    await recordTrace(contexte.tx, { acte: command.name, ...trace });
    await executeApresActe(contexte);
    return resultat;
  } catch (erreur) {
    throw formatErreurDeBase(erreur, command.contraintes);
  }
}

/** Une phrase par champ : la première. */
export function formatErreurs(erreur: z.ZodError): ErreursDeSaisie {
  const erreurs: ErreursDeSaisie = {};
  for (const probleme of erreur.issues) erreurs[probleme.path.join('.')] ??= probleme.message;
  return erreurs;
}
