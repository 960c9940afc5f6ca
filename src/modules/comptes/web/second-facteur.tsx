import { data } from 'react-router';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { getEtatDeSession } from '../data/connexion.server.ts';
import { executeSecondFacteur, findCompteEnAttente, type IssueCode } from '../data/second-facteur.server.ts';
import type { Route } from './+types/second-facteur.ts';
import {
  formatSuite,
  getAuthentification,
  readEntree,
  readRetour,
  readSuite,
  sendRedirection,
} from './entree.server.ts';
import { Seuil } from './seuil.tsx';

export async function loader(args: Route.LoaderArgs) {
  const authentification = getAuthentification(args);
  if (!(await findCompteEnAttente(authentification, args.request))) {
    const etat = await getEtatDeSession(authentification, args.request);
    if (etat === 'ouverte') throw sendRedirection(readRetour(args));
    const etape = etat === 'a-inscrire' ? '/connexion/second-facteur/inscrire' : '/connexion';
    throw sendRedirection(`${etape}${readSuite(args)}`);
  }
  return { suite: readSuite(args), secours: new URL(args.request.url).searchParams.has('secours') };
}

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const genre = formulaire.get('genre') === 'secours' ? 'secours' : 'totp';
  const code = String(formulaire.get('code') ?? '').slice(0, 40);
  if (code.trim() === '')
    return data({ erreurs: { code: 'Donnez le code.' } as Record<string, string>, genre }, { status: 400 });
  const issue = await executeSecondFacteur(getAuthentification(args), readEntree(args), { code, genre });
  if (issue.etat === 'a-recommencer') return sendRedirection(`/connexion${readSuite(args)}`);
  const suite = formatIssue(args, issue);
  if ('vers' in suite) return suite.vers;
  return data({ erreurs: { code: suite.erreur } as Record<string, string>, genre }, { status: suite.status });
}

function formatIssue(args: Route.ActionArgs, issue: Exclude<IssueCode, { etat: 'a-recommencer' }>) {
  if (issue.etat === 'deja-servi') {
    return { erreur: 'Ce code a déjà servi. Attendez le suivant, il change toutes les trente secondes.', status: 401 };
  }
  return formatSuite(args, issue, 'Ce code n’est pas le bon. Vérifiez-le, et l’heure de votre téléphone.');
}

export default function SecondFacteur({ loaderData: { suite, secours }, actionData }: Route.ComponentProps) {
  const deSecours = actionData ? actionData.genre === 'secours' : secours;
  const autre = `/connexion/second-facteur${suite}`;
  return (
    <Seuil titre={deSecours ? 'Votre code de secours' : 'Votre code'}>
      <ResumeErreurs erreurs={actionData?.erreurs} titre={actionData ? 'La connexion n’a pas abouti' : undefined} />
      <form method="post" action={autre} noValidate>
        <input type="hidden" name="genre" value={deSecours ? 'secours' : 'totp'} />
        <ChampTexte
          nom="code"
          libelle={deSecours ? 'Un de vos codes de secours' : 'Code à six chiffres'}
          aide={
            deSecours
              ? 'Dix caractères, par exemple abcde-fghjk. Chaque code ne sert qu’une fois.'
              : 'Celui qu’affiche en ce moment votre application de codes.'
          }
          autoComplete="one-time-code"
          inputMode={deSecours ? 'text' : 'numeric'}
          spellCheck={false}
          taille="court"
          erreur={actionData?.erreurs.code}
        />
        <Bouton variante="principal">Se connecter</Bouton>
      </form>
      <p className="seuil-suite">
        {deSecours ? (
          <a href={autre}>Donner plutôt le code de l’application</a>
        ) : (
          <a href={`${autre}${suite ? '&' : '?'}secours=oui`}>
            Je n’ai pas mon téléphone : utiliser un code de secours
          </a>
        )}
      </p>
      <p className="seuil-suite">
        <a href={`/connexion${suite}`}>Revenir au mot de passe</a>
      </p>
    </Seuil>
  );
}
