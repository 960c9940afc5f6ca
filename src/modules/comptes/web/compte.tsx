import type { ReactNode } from 'react';
import { data } from 'react-router';
import { formatInstantEcrit } from '#shared/instant.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import {
  closeMaSession,
  closeMonSecondFacteur,
  getMonCompte,
  type SessionOuverte,
  updateMesCodes,
  updateMonMotDePasse,
} from '../data/mon-compte.server.ts';
import { AIDE_MOT_DE_PASSE } from '../rules/mot-de-passe.ts';
import type { Route } from './+types/compte.ts';
import { CodesDeSecours } from './codes-de-secours.tsx';
import { getAuthentification, readEntree, sendRedirection } from './entree.server.ts';
import { formatNavigateur } from './session-view.ts';

export async function loader(args: Route.LoaderArgs) {
  const agent = await readPage(args, async ({ agent: moi }) => ({
    nom: `${moi.prenom} ${moi.nom}`,
    poste: moi.poste ?? moi.metier,
  }));
  return { agent, compte: await getMonCompte(getAuthentification(args), args.request) };
}

type Rendu = { erreurs: Record<string, string>; fait?: string; codes?: string[] };

export async function action(args: Route.ActionArgs) {
  const formulaire = await args.request.clone().formData();
  const [authentification, entree] = [getAuthentification(args), readEntree(args)];
  const champ = (nom: string) => String(formulaire.get(nom) ?? '').slice(0, 200);
  switch (champ('acte')) {
    case 'mot-de-passe': {
      const nom = await readPage(args, async ({ agent }) => `${agent.prenom} ${agent.nom}`);
      const saisie = { actuel: champ('actuel'), nouveau: champ('nouveau'), nom };
      return formatRendu(
        await updateMonMotDePasse(authentification, entree, saisie),
        'Mot de passe changé. Vos autres sessions sont fermées.',
      );
    }
    case 'codes': {
      const issue = await updateMesCodes(authentification, entree, champ('actuelCodes'));
      return 'codes' in issue ? data<Rendu>({ erreurs: {}, codes: issue.codes }) : formatRendu(issue.erreurs, '');
    }
    case 'second-facteur': {
      const erreurs = await closeMonSecondFacteur(authentification, entree, champ('actuelFacteur'));
      if (Object.keys(erreurs).length > 0) return formatRendu(erreurs, '');
      return sendRedirection('/connexion/second-facteur/inscrire?retour=/compte');
    }
    default:
      await closeMaSession(authentification, args.request, champ('session'));
      return formatRendu({}, 'Session fermée.');
  }
}

function formatRendu(erreurs: Record<string, string>, fait: string) {
  const reussi = Object.keys(erreurs).length === 0;
  return data<Rendu>(reussi ? { erreurs, fait } : { erreurs }, { status: reussi ? 200 : 400 });
}

export default function Compte({ loaderData: { agent, compte }, actionData }: Route.ComponentProps) {
  const erreurs = actionData?.erreurs ?? {};
  return (
    <>
      <EnTetePage
        titre="Votre compte"
        sous={`${agent.nom}, ${agent.poste} · ${compte.courriel}`}
        actes={<LienBouton href="/compte/alertes">Alertes et calendrier</LienBouton>}
      />
      <ResumeErreurs erreurs={actionData?.erreurs} />
      {actionData?.fait ? (
        <Avis ton="fait" annonce>
          {actionData.fait}
        </Avis>
      ) : null}
      {actionData?.codes ? <CodesDeSecours codes={actionData.codes} /> : null}
      <MesSessions sessions={compte.sessions} />
      {compte.motDePasse ? (
        <>
          <SecondFacteur actif={compte.secondFacteur} erreurs={erreurs} />
          <MotDePasse erreurs={erreurs} />
        </>
      ) : (
        <Section titre="Mot de passe et second facteur">
          <p>Vous vous connectez par le fournisseur d’identité du département : ils se changent chez lui.</p>
        </Section>
      )}
    </>
  );
}

function Section({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <section className="couloir">
      <h2>{titre}</h2>
      {children}
    </section>
  );
}

function MesSessions({ sessions }: { sessions: SessionOuverte[] }) {
  return (
    <Section titre="Sessions ouvertes">
      <Tableau
        legende="Vos sessions ouvertes"
        lignes={sessions}
        cle={({ id }) => id}
        colonnes={[
          { cle: 'navigateur', titre: 'Appareil', cellule: ({ navigateur }) => formatNavigateur(navigateur) },
          { cle: 'ouverte', titre: 'Ouverte', cellule: ({ ouverteLe }) => formatInstantEcrit(ouverteLe) },
          { cle: 'vue', titre: 'Dernier usage', cellule: ({ vueLe }) => formatInstantEcrit(vueLe) },
          { cle: 'acte', titre: 'Fermer', cellule: (session) => <FermerSession {...session} /> },
        ]}
      />
      <form method="post" action="/deconnexion">
        <p>Un appareil perdu, un doute : fermez tout. Vous devrez vous reconnecter ici aussi.</p>
        <Bouton variante="danger" name="partout" value="oui">
          Me déconnecter partout
        </Bouton>
      </form>
    </Section>
  );
}

function FermerSession({ id, celleCi, navigateur }: SessionOuverte) {
  if (celleCi) return <Etiquette ton="accent">Celle-ci</Etiquette>;
  return (
    <form method="post">
      <input type="hidden" name="acte" value="session" />
      <Bouton petit name="session" value={id}>
        Fermer<span className="lecteur"> la session {formatNavigateur(navigateur)}</span>
      </Bouton>
    </form>
  );
}

type Erreurs = { erreurs: Record<string, string> };

function MotDePasse({ erreurs }: Erreurs) {
  return (
    <Section titre="Changer de mot de passe">
      <form method="post" className="saisie" noValidate>
        <input type="hidden" name="acte" value="mot-de-passe" />
        <ChampTexte
          nom="actuel"
          libelle="Mot de passe actuel"
          type="password"
          autoComplete="current-password"
          erreur={erreurs.actuel}
        />
        <ChampTexte
          nom="nouveau"
          libelle="Nouveau mot de passe"
          aide={AIDE_MOT_DE_PASSE}
          type="password"
          autoComplete="new-password"
          erreur={erreurs.nouveau}
        />
        <Bouton>Changer le mot de passe</Bouton>
      </form>
    </Section>
  );
}

function SecondFacteur({ actif, erreurs }: { actif: boolean } & Erreurs) {
  if (!actif) {
    return (
      <Section titre="Second facteur">
        <p>Votre compte n’a pas de second facteur : un mot de passe volé suffirait à entrer.</p>
        <p>
          <a href="/connexion/second-facteur/inscrire?retour=/compte">Inscrire un téléphone</a>
        </p>
      </Section>
    );
  }
  return (
    <Section titre="Second facteur">
      <p>Le code de votre téléphone est demandé à chaque connexion.</p>
      <form method="post" className="saisie" noValidate>
        <input type="hidden" name="acte" value="codes" />
        <ChampTexte
          nom="actuelCodes"
          libelle="Mot de passe, pour tirer de nouveaux codes de secours"
          type="password"
          autoComplete="current-password"
          erreur={erreurs.actuelCodes}
        />
        <Bouton>Tirer dix nouveaux codes de secours</Bouton>
      </form>
      <form method="post" className="saisie" noValidate>
        <input type="hidden" name="acte" value="second-facteur" />
        <ChampTexte
          nom="actuelFacteur"
          libelle="Mot de passe, pour changer de téléphone"
          type="password"
          autoComplete="current-password"
          erreur={erreurs.actuelFacteur}
        />
        <Bouton>Retirer ce téléphone et en inscrire un autre</Bouton>
      </form>
    </Section>
  );
}
