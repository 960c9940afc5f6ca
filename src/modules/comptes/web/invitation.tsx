import { data } from 'react-router';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { executeConnexion } from '../data/connexion.server.ts';
import { findInvite, recordMotDePasseInvite } from '../data/invitation.server.ts';
import { AIDE_MOT_DE_PASSE } from '../rules/mot-de-passe.ts';
import type { Route } from './+types/invitation.ts';
import { formatSuite, getAuthentification, readEntree, sendRedirection } from './entree.server.ts';
import { Seuil } from './seuil.tsx';

export async function loader(args: Route.LoaderArgs) {
  const invite = await findInvite(getAuthentification(args), args.params.jeton);
  return invite ? { nom: invite.nom, courriel: invite.courriel } : data(null, { status: 404 });
}

export async function action(args: Route.ActionArgs) {
  const authentification = getAuthentification(args);
  const invite = await findInvite(authentification, args.params.jeton);
  if (!invite)
    return data({ erreurs: { '': 'Ce lien ne vaut plus rien.' } as Record<string, string> }, { status: 404 });
  const motDePasse = String((await args.request.clone().formData()).get('motDePasse') ?? '').slice(0, 200);
  const refus = await recordMotDePasseInvite(authentification, invite, { jeton: args.params.jeton, motDePasse });
  if (refus) return data({ erreurs: { motDePasse: refus } as Record<string, string> }, { status: 400 });
  const issue = await executeConnexion(authentification, readEntree(args), { courriel: invite.courriel, motDePasse });
  const suite = formatSuite(args, issue, '');
  return 'vers' in suite ? suite.vers : sendRedirection('/connexion');
}

export default function Invitation({ loaderData: invite, actionData }: Route.ComponentProps) {
  if (!invite) {
    return (
      <Seuil titre="Ce lien ne vaut plus rien">
        <p>Il a déjà servi, ou ses 72 heures sont passées. Demandez-en un autre à l’administrateur de Marelle.</p>
        <LienBouton href="/connexion">Aller à la connexion</LienBouton>
      </Seuil>
    );
  }
  return (
    <Seuil titre="Choisir votre mot de passe">
      <ResumeErreurs erreurs={actionData?.erreurs} />
      <p>
        Bienvenue, {invite.nom}. Vous vous connecterez avec <strong>{invite.courriel}</strong> et ce mot de passe.
      </p>
      <form method="post" noValidate>
        <input type="hidden" name="courriel" autoComplete="username" value={invite.courriel} />
        <ChampTexte
          nom="motDePasse"
          libelle="Mot de passe"
          aide={AIDE_MOT_DE_PASSE}
          type="password"
          autoComplete="new-password"
          erreur={actionData?.erreurs.motDePasse}
        />
        <Bouton variante="principal">Choisir ce mot de passe</Bouton>
      </form>
    </Seuil>
  );
}
