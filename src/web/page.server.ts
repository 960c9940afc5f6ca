import { data, type MiddlewareFunction, type RouterContextProvider, redirect } from 'react-router';
import type { z } from 'zod';
import { asAgent, type Contexte, SecondFacteurRequis, SessionAbsente } from '#database/as-agent.ts';
import { executeInSavepoint } from '#database/savepoint.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Conflit, type ErreursDeSaisie, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { agentContexte, baseContexte } from '#server/request-context.ts';
import { findJeton } from '#server/session.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import { recordSaisieInterrompue } from './reprise.server.ts';

type PageArgs = {
  request: Request;
  context: Readonly<RouterContextProvider>;
  params: Readonly<Record<string, string | undefined>>;
};

/**
 * Ouvre une transaction au nom de l'agent pour toute la requête (action, chargements, rendu) ; la réponse ne part
 * qu'une fois la transaction validée. Sans session : page de connexion, puis retour ici.
 */
export const openSession: MiddlewareFunction<Response> = async (args, next) => {
  const { request, context } = args;
  const jeton = findJeton(request);
  if (!jeton) throw await redirectToConnexion(args);
  try {
    return await asAgent(context.get(baseContexte), { jeton }, (contexte) => {
      context.set(agentContexte, contexte);
      return next();
    });
  } catch (erreur) {
    if (erreur instanceof SessionAbsente) throw await redirectToConnexion(args);
    if (erreur instanceof SecondFacteurRequis) throw redirect('/connexion/second-facteur');
    throw erreur;
  }
};

/** Vers la connexion, puis retour ici ; ce qui était en train d'être enregistré est gardé pour la même personne. */
async function redirectToConnexion(args: PageArgs): Promise<Response> {
  const chemin = findPage(args.request);
  const reprise = await recordSaisieInterrompue(args, chemin, readFormulaire);
  const parametres = new URLSearchParams({
    ...(chemin === '/' ? {} : { retour: chemin }),
    ...(reprise ? { reprise } : {}),
  });
  return redirect(parametres.size === 0 ? '/connexion' : `/connexion?${parametres}`);
}

/** La page demandée ; pour un enregistrement, celle où se trouvait le formulaire. */
function findPage(request: Request): string {
  const { origin, pathname, search } = new URL(request.url);
  const referent = request.method === 'POST' ? URL.parse(request.headers.get('referer') ?? '') : null;
  if (referent && referent.origin === origin) return referent.pathname + referent.search;
  return pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/') + (search === '?index' ? '' : search);
}

/** Ce que l'adresse désigne par un identifiant ; ce qui n'en est pas un ne désigne rien. */
const DESIGNES = ['id', 'ligne', 'menage', 'piece'] as const;

/** Charge une page : absent, interdit et illisible donnent la même 404. */
export async function readPage<T>({ context, params }: PageArgs, fn: (contexte: Contexte) => Promise<T>): Promise<T> {
  if (DESIGNES.some((nom) => params[nom] !== undefined && !isIdentifiant(params[nom])))
    throw data({ message: 'Cette adresse ne désigne rien.' }, { status: 404 });
  try {
    return await fn(context.get(agentContexte));
  } catch (erreur) {
    throw erreur instanceof Introuvable ? data({ message: erreur.message }, { status: 404 }) : erreur;
  }
}

/** Ce qu'une page de saisie reçoit quand l'acte n'est pas fait : rien de ce qui a été tapé n'est perdu. */
export type SaisieRendue = {
  erreurs: ErreursDeSaisie;
  valeurs: Record<string, string | string[]>;
  /** Textes de la règle qui refuse, lisibles. */
  textes?: string[];
  /** Version enregistrée entre-temps par quelqu'un d'autre, libellé → valeur. */
  conflit?: { motif: string; actuel: Record<string, string> };
};

type ActOptions<S extends z.ZodType, Cible, Resultat> = {
  command: Command<S, Cible, Resultat>;
  /** Ce qui vient de l'adresse plutôt que du formulaire (identifiant de la fiche). */
  avec?: Record<string, unknown>;
  /** Ce qui a été tapé, quand la page a déjà lu le formulaire elle-même ; c'est aussi ce qui lui sera rendu. */
  valeurs?: SaisieRendue['valeurs'];
  /** Où aller une fois l'acte fait. */
  vers: (resultat: Resultat) => string;
  /** Phrase dite sur la page d'arrivée ; tirée du résultat quand l'acte a aussi quelque chose à dire. */
  fait?: string | ((resultat: Resultat) => string);
};

/** Exécute un acte depuis un formulaire : 303 une fois fait, sinon la même page avec ses erreurs et ce qui a été tapé. */
export async function actPage<S extends z.ZodType, Cible, Resultat>(
  args: PageArgs,
  options: ActOptions<S, Cible, Resultat>,
) {
  const issue = await actSurPlace(args, options);
  if (!('resultat' in issue)) return issue;
  const fait = typeof options.fait === 'function' ? options.fait(issue.resultat) : options.fait;
  return redirect(options.vers(issue.resultat), {
    status: 303,
    headers: fait ? { 'Set-Cookie': buildFait(fait) } : {},
  });
}

/** Le même acte, sans partir : pour ce qui ne se montre qu'une fois (un lien, un jeton), donc jamais par une adresse. */
export async function actSurPlace<S extends z.ZodType, Cible, Resultat>(
  { request, context }: PageArgs,
  options: Pick<ActOptions<S, Cible, Resultat>, 'command' | 'avec' | 'valeurs'>,
) {
  const valeurs = options.valeurs ?? readFormulaire(await request.clone().formData());
  const contexte = context.get(agentContexte);
  try {
    const resultat = await executeInSavepoint(contexte.tx, () =>
      executeCommand(contexte, options.command, { ...valeurs, ...options.avec }),
    );
    return { resultat };
  } catch (erreur) {
    const rendue = formatRefus(erreur);
    if (!rendue) throw erreur;
    return data<SaisieRendue>({ ...rendue.saisie, valeurs }, { status: rendue.status });
  }
}

function formatRefus(erreur: unknown): { status: number; saisie: Omit<SaisieRendue, 'valeurs'> } | undefined {
  if (erreur instanceof SaisieInvalide) return { status: 400, saisie: { erreurs: erreur.erreurs } };
  if (erreur instanceof Refus) {
    return {
      status: 422,
      saisie: { erreurs: { [erreur.champ]: erreur.message }, textes: erreur.textes.map(formatTexte) },
    };
  }
  if (erreur instanceof Conflit) {
    return {
      status: 409,
      saisie: { erreurs: { '': erreur.message }, conflit: { motif: erreur.message, actuel: erreur.actuel } },
    };
  }
  if (erreur instanceof Introuvable) throw data({ message: erreur.message }, { status: 404 });
  return undefined;
}

/** Champs d'un formulaire : texte, ou liste pour un nom qui finit par `[]`. Les fichiers se lisent à part. */
export function readFormulaire(formulaire: FormData): Record<string, string | string[]> {
  const valeurs: Record<string, string | string[]> = {};
  for (const [nom, valeur] of formulaire) {
    if (typeof valeur !== 'string') continue;
    if (nom.endsWith('[]')) {
      const cle = nom.slice(0, -2);
      valeurs[cle] = [...((valeurs[cle] as string[] | undefined) ?? []), valeur];
    } else valeurs[nom] = valeur;
  }
  return valeurs;
}

export const TEMOIN_FAIT = 'marelle.fait';

/** Le témoin qui fait dire cette phrase sur la page d'arrivée. */
export function buildFait(phrase: string): string {
  return `${TEMOIN_FAIT}=${encodeURIComponent(phrase)}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax`;
}
