import { data } from 'react-router';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Avis } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { findSessionOuverte } from '../data/connexion.server.ts';
import { type Inscription, prepareInscription, recordInscription } from '../data/second-facteur.server.ts';
import { formatAttente } from '../rules/attente.ts';
import type { Route } from './+types/inscrire.ts';
import { CodeQr } from './code-qr.tsx';
import { CodesDeSecours } from './codes-de-secours.tsx';
import {
  codesContexte,
  getAuthentification,
  type PageArgs,
  readEntree,
  readRetour,
  readSuite,
  sendRedirection,
} from './entree.server.ts';
import { Seuil } from './seuil.tsx';

/** Le compte qui doit inscrire son second facteur ; déjà inscrit, ou personne : ailleurs. */
async function getCompte(args: PageArgs) {
  const session = await findSessionOuverte(getAuthentification(args), args);
  if (!session) throw sendRedirection(`/connexion${readSuite(args)}`);
  if (session.twoFactorEnabled) throw sendRedirection(readRetour(args));
  return session;
}

export async function loader(args: Route.LoaderArgs) {
  const retour = readRetour(args);
  const codes = args.context.get(codesContexte);
  if (codes) return { inscription: null, codes, suite: '', retour };
  const inscription = await prepareInscription(getAuthentification(args), await getCompte(args));
  return { inscription, codes: null, suite: readSuite(args), retour };
}

export async function action(args: Route.ActionArgs) {
  const compte = await getCompte(args);
  const code = String((await args.request.clone().formData()).get('code') ?? '').slice(0, 40);
  const issue = await recordInscription(getAuthentification(args), readEntree(args), compte, code);
  if (issue.etat === 'inscrit') {
    const headers = new Headers(issue.temoins.map((temoin) => ['Set-Cookie', temoin] as [string, string]));
    args.context.set(codesContexte, issue.codes);
    return data({ erreurs: {} as Record<string, string> }, { headers });
  }
  const erreur =
    issue.etat === 'attendre'
      ? `Trop d’essais à la suite. Réessayez dans ${formatAttente(issue.secondes)}.`
      : 'Ce code n’est pas le bon. Attendez le suivant et vérifiez l’heure de votre téléphone.';
  return data({ erreurs: { code: erreur } as Record<string, string> }, { status: 400 });
}

export default function Inscrire({
  loaderData: { inscription, codes, suite, retour },
  actionData,
}: Route.ComponentProps) {
  if (codes) return <Inscrit codes={codes} retour={retour} />;
  return (
    <Seuil titre="Protéger votre compte" large>
      <ResumeErreurs erreurs={actionData?.erreurs} titre={actionData ? 'Le code n’a pas été reconnu' : undefined} />
      <p>
        Marelle garde des situations d’enfants : le mot de passe ne suffit pas. À chaque connexion, vous donnerez aussi
        le code que votre téléphone affiche.
      </p>
      {inscription ? <Etapes inscription={inscription} action={suite} erreur={actionData?.erreurs.code} /> : null}
    </Seuil>
  );
}

type EtapesProps = { inscription: Inscription; action: string; erreur: string | undefined };

function Etapes({ inscription: { uri, cle }, action, erreur }: EtapesProps) {
  return (
    <div className="seuil-inscription">
      <CodeQr texte={uri} titre="Code QR à photographier avec l’application de codes" />
      <div>
        <ol>
          <li>
            Ouvrez sur votre téléphone une application de codes (FreeOTP, Google Authenticator, Microsoft
            Authenticator…).
          </li>
          <li>
            Photographiez ce code QR, ou tapez cette clé : <span className="seuil-cle">{cle}</span>
          </li>
          <li>Donnez le code qu’elle affiche.</li>
        </ol>
        <form method="post" action={`/connexion/second-facteur/inscrire${action}`} noValidate>
          <ChampTexte
            nom="code"
            libelle="Code à six chiffres"
            autoComplete="one-time-code"
            inputMode="numeric"
            spellCheck={false}
            taille="court"
            erreur={erreur}
          />
          <Bouton variante="principal">Protéger mon compte</Bouton>
        </form>
      </div>
    </div>
  );
}

function Inscrit({ codes, retour }: { codes: readonly string[]; retour: string }) {
  return (
    <Seuil titre="Votre compte est protégé" large>
      <Avis ton="fait" annonce>
        À la prochaine connexion, Marelle vous demandera le code de votre téléphone.
      </Avis>
      <CodesDeSecours codes={codes} />
      <LienBouton variante="principal" href={retour}>
        Codes gardés : entrer dans Marelle
      </LienBouton>
    </Seuil>
  );
}
